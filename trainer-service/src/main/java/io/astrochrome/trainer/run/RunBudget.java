package io.astrochrome.trainer.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a recipe is carried out now; what is left can be resumed later.
 *
 * @param time wall-clock time, or null for as long as it takes
 * @param steps the run's step to stop at, counted from its very beginning; {@link Long#MAX_VALUE} for all
 */
public record RunBudget(@Nullable Duration time, long steps) {
    /** The whole recipe. */
    public static final RunBudget UNLIMITED = new RunBudget(null, Long.MAX_VALUE);

    public RunBudget {
        if (time != null && (time.isNegative() || time.isZero())) {
            throw new IllegalArgumentException("a time budget must be longer than nothing, not " + time);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("a step budget must be at least 1, not " + steps);
        }
    }
}
