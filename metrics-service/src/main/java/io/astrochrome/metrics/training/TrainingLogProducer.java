package io.astrochrome.metrics.training;

import io.astrochrome.metrics.MetricsConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one log of runs. */
@Singleton
final class TrainingLogProducer {
    @Produces
    @Singleton
    TrainingLog log(MetricsConfig config) {
        return new TrainingLog(config.feed().trainingRuns());
    }
}
