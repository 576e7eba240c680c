package io.astrochrome.events.training;

/** Why a training run is asked for; the Kafka key of the request. */
public enum RetrainReason {
    DRIFT,
    NEW_FRAMES,
    SCHEDULE,
    OPERATOR
}
