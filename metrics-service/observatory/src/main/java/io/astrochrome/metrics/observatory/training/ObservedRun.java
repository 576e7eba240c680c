package io.astrochrome.metrics.observatory.training;

import io.astrochrome.events.training.TrainingProgress;
import java.time.Instant;

/**
 * A run as it was last heard of.
 *
 * @param begunAt when it was first heard of
 */
public record ObservedRun(TrainingProgress latest, Instant begunAt, Curve curve) {
    static ObservedRun of(TrainingProgress first) {
        return new ObservedRun(first, first.at(), Curve.EMPTY.and(first));
    }

    ObservedRun and(TrainingProgress progress) {
        boolean newer = progress.at().isAfter(latest.at());
        Instant begun = progress.at().isBefore(begunAt) ? progress.at() : begunAt;
        return new ObservedRun(newer ? progress : latest, begun, curve.and(progress));
    }
}
