package io.astrochrome.events.training;

/** Where a training run stands. */
public enum TrainingState {
    QUEUED,
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED
}
