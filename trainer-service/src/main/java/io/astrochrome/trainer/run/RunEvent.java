package io.astrochrome.trainer.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run tells of itself. */
public sealed interface RunEvent {
    /** The run's step, counted from 0. */
    long step();

    /**
     * The run begins, or goes on.
     *
     * @param totalSteps it will take, if nothing ends it earlier
     * @param resumed whether it goes on from a checkpoint
     */
    record Started(long step, long totalSteps, boolean resumed) implements RunEvent {}

    /**
     * A step was taken.
     *
     * @param phase its name
     * @param losses of the step, by name; the critic's begin with {@code critic.}
     * @param rate steps a second, lately
     * @param left until the end at that rate
     */
    record Stepped(long step, long totalSteps, String phase, Map<String, Double> losses, double rate, Duration left)
            implements RunEvent {}

    /** The run measured itself. */
    record Validated(long step, ValidationFigures figures, boolean best) implements RunEvent {}

    /**
     * A model was written.
     *
     * @param figures what it measures; null where there is nothing to measure with
     */
    record ModelExported(long step, Path file, @Nullable ValidationFigures figures) implements RunEvent {}

    /** Something went wrong that the run can live with. */
    record Warned(long step, String message) implements RunEvent {}

    /** The run is over. */
    record Ended(long step, RunOutcome outcome) implements RunEvent {}
}
