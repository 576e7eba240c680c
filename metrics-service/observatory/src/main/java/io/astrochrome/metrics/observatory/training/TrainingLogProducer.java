package io.astrochrome.metrics.observatory.training;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one log of runs. */
@Singleton
final class TrainingLogProducer {
    /** More than the page shows. */
    private static final int MOST_RUNS = 12;

    @Produces
    @Singleton
    TrainingLog log() {
        return new TrainingLog(MOST_RUNS);
    }
}
