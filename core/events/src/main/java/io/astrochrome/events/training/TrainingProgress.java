package io.astrochrome.events.training;

import io.astrochrome.events.Rules;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a training run is.
 *
 * @param trainer which of several carries it out: the first that tells of a run, for as long as it goes on telling; null from
 *     one that does not say
 * @param phase such as {@code warm-up} or {@code adversarial}
 * @param figures by name: losses, {@code gainDecibels} on validation, {@code stepsPerSecond}
 * @param secondsLeft estimate, or null where unknown
 * @param message what happened, for people; null where nothing did
 */
public record TrainingProgress(
        String runId,
        String recipe,
        @Nullable String trainer,
        TrainingState state,
        String phase,
        long step,
        long totalSteps,
        Map<String, Double> figures,
        @Nullable Long secondsLeft,
        @Nullable String message,
        Instant at) {
    public TrainingProgress {
        Rules.notBlank("runId", runId);
        Rules.notBlank("recipe", recipe);
        Rules.present("state", state);
        Rules.notBlank("phase", phase);
        figures = figures == null ? Map.of() : Map.copyOf(figures);
        Rules.present("at", at);
    }
}
