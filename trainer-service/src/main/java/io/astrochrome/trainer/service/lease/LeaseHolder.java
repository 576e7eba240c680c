package io.astrochrome.trainer.service.lease;

import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.trainer.service.registry.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who has the lease of a run, by what the log tells of it: the trainer that told of it first, for as long as it goes on telling. One
 * that has not been heard of for the length of a lease loses it to the next that tells. Everybody who reads the same log
 * comes to the same holder. Not thread-safe.
 */
final class LeaseHolder {
    private final Duration lease;
    private @Nullable TrainingProgress newest;
    private Instant heardAt = Instant.EPOCH;

    LeaseHolder(Duration lease) {
        this.lease = lease;
    }

    /** The next event about the run; one that does not say whose it is, or is not the holder's, changes nothing. */
    void heard(TrainingProgress event, Instant at) {
        if (event.trainer() != null && (isFree(at) || is(event.trainer()))) {
            newest = event;
            heardAt = at;
        }
    }

    /** Whether whoever tells of the run at that moment has it. */
    boolean isFree(Instant at) {
        return newest == null || (!isOver() && heardAt.plus(lease).isBefore(at));
    }

    /** Whether it is this trainer. */
    boolean is(String trainer) {
        return newest != null && trainer.equals(newest.trainer());
    }

    /** Whether it has told of the run's end. */
    boolean isOver() {
        return newest != null && RunStatus.isEnd(newest.state());
    }

    /** What it told last, where somebody has told of the run. */
    TrainingProgress newest() {
        return Objects.requireNonNull(newest, "nobody has told of the run");
    }

    /** Which trainer it is, where somebody has told of the run. */
    String trainer() {
        return Objects.requireNonNull(newest().trainer());
    }
}
