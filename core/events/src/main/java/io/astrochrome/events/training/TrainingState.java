package io.astrochrome.events;

/** Where a training run stands. */
public enum TrainingState {
    QUEUED,
    RUNNING,
    FINISHED,
    STOPPED,
    FAILED
}
