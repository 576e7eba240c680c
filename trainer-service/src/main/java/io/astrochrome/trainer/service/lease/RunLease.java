package io.astrochrome.trainer.service.lease;

import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.events.training.TrainingProgress;

/** What became of a trainer's asking for the lease of a run. */
public sealed interface RunLease {
    /** The run is this trainer's. */
    record Granted() implements RunLease {}

    /** Its model is published: by another trainer, or by this one before it was killed. */
    record Published(ModelPublished model) implements RunLease {}

    /** Another trainer has it, and is at work. */
    record Taken(String trainer) implements RunLease {}

    /** Another trainer has brought it to its end. */
    record Over(TrainingProgress end) implements RunLease {}
}
