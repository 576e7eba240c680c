package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.metrics.observatory.ObservatoryConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one gallery. */
@Singleton
final class GalleryProducer {
    @Produces
    @Singleton
    Gallery gallery(ObservatoryConfig config) {
        return new Gallery(config.feed().frames(), config.feed().deadLetters());
    }
}
