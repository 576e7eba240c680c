package io.astrochrome.metrics.observatory.training;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.events.training.TrainingState;
import java.time.Instant;
import java.util.Map;

/** What runs tell of themselves, a second after each other. */
final class Heard {
    static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private Heard() {}

    static TrainingProgress of(String run, long step, Map<String, Double> figures) {
        return of(run, step, TrainingState.RUNNING, figures);
    }

    static TrainingProgress of(String run, long step, TrainingState state, Map<String, Double> figures) {
        return new TrainingProgress(
                run,
                "recipe",
                null,
                state,
                "warm-up",
                step,
                10_000,
                figures,
                42L,
                "step " + step,
                START.plusSeconds(step));
    }
}
