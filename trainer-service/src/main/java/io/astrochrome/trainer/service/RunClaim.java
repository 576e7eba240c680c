package io.astrochrome.trainer.service;

import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.TrainingProgress;

/** What became of a trainer's claim to a run. */
sealed interface RunClaim {
    /** The run is this trainer's. */
    record Granted() implements RunClaim {}

    /** Its model is published: by another trainer, or by this one before it was killed. */
    record Published(ModelPublished model) implements RunClaim {}

    /** Another trainer has it, and is at work. */
    record Taken(String trainer) implements RunClaim {}

    /** Another trainer has brought it to its end. */
    record Over(TrainingProgress end) implements RunClaim {}
}
