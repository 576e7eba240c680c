package io.astrochrome.metrics.observatory.training;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one log of runs. */
@Singleton
final class TrainingRunsProducer {
    /** More than the page shows. */
    private static final int MOST_RUNS = 12;

    @Produces
    @Singleton
    TrainingRuns log() {
        return new TrainingRuns(MOST_RUNS);
    }
}
