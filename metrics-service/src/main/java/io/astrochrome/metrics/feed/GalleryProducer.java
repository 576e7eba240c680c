package io.astrochrome.metrics.feed;

import io.astrochrome.metrics.MetricsConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one gallery. */
@Singleton
final class GalleryProducer {
    @Produces
    @Singleton
    Gallery gallery(MetricsConfig config) {
        return new Gallery(config.feed().frames(), config.feed().deadLetters());
    }
}
