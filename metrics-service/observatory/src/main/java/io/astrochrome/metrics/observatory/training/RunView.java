package io.astrochrome.metrics.observatory.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.events.training.TrainingProgress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A training run as the page reads it.
 *
 * @param state {@code queued}, {@code running}, {@code finished}, {@code stopped} or {@code failed}
 * @param figures the latest, by name
 * @param curve by step, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
        String runId,
        String recipe,
        String state,
        String phase,
        long step,
        long totalSteps,
        @Nullable Long secondsLeft,
        @Nullable String message,
        Instant begunAt,
        Instant at,
        Map<String, Double> figures,
        List<Curve.Point> curve) {
    static RunView of(ObservedRun run) {
        TrainingProgress latest = run.latest();
        return new RunView(
                latest.runId(),
                latest.recipe(),
                latest.state().name().toLowerCase(Locale.ROOT),
                latest.phase(),
                latest.step(),
                latest.totalSteps(),
                latest.secondsLeft(),
                latest.message(),
                run.begunAt(),
                latest.at(),
                latest.figures(),
                run.curve().points());
    }
}
