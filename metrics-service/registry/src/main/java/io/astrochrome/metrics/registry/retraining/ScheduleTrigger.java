package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.training.RetrainReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock: once in every span of that length, counted from 1970, so that all instances and restarts agree which span it
 * is.
 *
 * @param every null: never
 */
record ScheduleTrigger(@Nullable Duration every) implements Trigger {
    ScheduleTrigger {
        if (every != null && every.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "astrochrome.metrics.retraining.schedule.every must be longer than nothing, not " + every);
        }
    }

    @Override
    public Optional<Alarm> look(Observations seen) {
        if (every == null || seen.championId() == null) {
            return Optional.empty();
        }
        long span = seen.now().toEpochMilli() / every.toMillis();
        return Optional.of(new Alarm(
                RetrainReason.SCHEDULE,
                Long.toString(span),
                "a run is asked for every " + every + ", this one for the span from "
                        + Instant.ofEpochMilli(span * every.toMillis())));
    }
}
