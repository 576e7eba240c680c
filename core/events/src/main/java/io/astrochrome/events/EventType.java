package io.astrochrome.events;

/** The CloudEvents {@code type} attribute and the media type of each record. */
public enum EventType {
    FRAME_INGESTED("io.astrochrome.frame.ingested.v1", MediaTypes.JSON),
    SUB_JUDGED("io.astrochrome.sub.judged.v1", MediaTypes.JSON),
    LAB_TENSOR("io.astrochrome.frame.lab-tensor.v1", MediaTypes.SAFETENSORS),
    FRAME_COLORIZED("io.astrochrome.frame.colorized.v1", MediaTypes.SAFETENSORS),
    FRAME_TRIED("io.astrochrome.frame.tried.v1", MediaTypes.SAFETENSORS),
    FRAME_SCORED("io.astrochrome.frame.scored.v1", MediaTypes.JSON),
    TRAINING_PROGRESS("io.astrochrome.training.progress.v1", MediaTypes.JSON),
    MODEL_PUBLISHED("io.astrochrome.model.published.v1", MediaTypes.JSON),
    MODEL_DECISION("io.astrochrome.model.decision.v1", MediaTypes.JSON),
    RETRAIN_REQUEST("io.astrochrome.retrain.request.v1", MediaTypes.JSON),
    DEAD_LETTER_REPLAYED("io.astrochrome.dead-letter.replayed.v1", MediaTypes.JSON);

    private final String cloudEventsType;
    private final String mediaType;

    EventType(String cloudEventsType, String mediaType) {
        this.cloudEventsType = cloudEventsType;
        this.mediaType = mediaType;
    }

    public String cloudEventsType() {
        return cloudEventsType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The media types of records; tensors are safetensors files. */
    private static final class MediaTypes {
        static final String JSON = "application/json";
        static final String SAFETENSORS = "application/vnd.safetensors";
    }
}
