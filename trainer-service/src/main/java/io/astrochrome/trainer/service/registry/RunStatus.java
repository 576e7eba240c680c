package io.astrochrome.trainer.service.registry;

import io.astrochrome.events.training.TrainingState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands.
 *
 * @param phase empty before it starts
 * @param figures the latest losses and validation figures, by name
 * @param secondsLeft estimate, or null
 * @param message what happened last, or null
 */
public record RunStatus(
        RunRequest request,
        TrainingState state,
        String phase,
        long step,
        long totalSteps,
        Map<String, Double> figures,
        @Nullable Long secondsLeft,
        @Nullable String message) {
    /** Asked for, and not begun. */
    public static RunStatus queued(RunRequest request) {
        return new RunStatus(request, TrainingState.QUEUED, "", 0, 0, Map.of(), null, null);
    }

    /** The same, over. */
    public RunStatus ended(TrainingState end, @Nullable String why) {
        return new RunStatus(request, end, phase, step, totalSteps, figures, null, why);
    }

    /** Whether nothing more will happen. */
    public boolean over() {
        return isEnd(state);
    }

    /** Whether nothing more will happen of a run in that state. */
    public static boolean isEnd(TrainingState state) {
        return state == TrainingState.FINISHED || state == TrainingState.STOPPED || state == TrainingState.FAILED;
    }
}
