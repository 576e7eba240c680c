package io.astrochrome.manifests.asyncapi;

import io.astrochrome.events.DeadLetterReplayed;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.ModelDecision;
import io.astrochrome.events.ModelPublished;
import io.astrochrome.events.RetrainRequest;
import io.astrochrome.events.Topics;
import io.astrochrome.events.TrainingProgress;
import java.util.List;

/**
 * A topic, what is on it, and who deals with it.
 *
 * @param key what the Kafka key is
 * @param event the record whose values it holds
 */
record Channel(
        String topic,
        String key,
        Class<? extends Record> event,
        EventType type,
        List<String> senders,
        List<String> receivers) {
    private static final String INGEST = "ingest-service";
    private static final String PREPROCESS = "preprocess-service";
    private static final String TRAINER = "trainer-service";
    private static final String COLORIZE = "colorize-service";
    private static final String METRICS = "metrics-service";

    static final List<Channel> ALL = List.of(
            new Channel(
                    Topics.FRAMES,
                    "target",
                    FrameIngested.class,
                    EventType.FRAME_INGESTED,
                    List.of(INGEST),
                    List.of(PREPROCESS, METRICS)),
            new Channel(
                    Topics.LAB_TENSORS,
                    "target",
                    LabTensor.class,
                    EventType.LAB_TENSOR,
                    List.of(PREPROCESS),
                    List.of(TRAINER, COLORIZE, METRICS)),
            new Channel(
                    Topics.COLORIZED,
                    "target",
                    FrameColorized.class,
                    EventType.FRAME_COLORIZED,
                    List.of(COLORIZE),
                    List.of(METRICS)),
            new Channel(
                    Topics.QUALITY,
                    "target",
                    FrameScored.class,
                    EventType.FRAME_SCORED,
                    List.of(METRICS),
                    List.of(METRICS)),
            new Channel(
                    Topics.TRAINING,
                    "run id",
                    TrainingProgress.class,
                    EventType.TRAINING_PROGRESS,
                    List.of(TRAINER),
                    List.of(METRICS)),
            new Channel(
                    Topics.MODELS,
                    "model id",
                    ModelPublished.class,
                    EventType.MODEL_PUBLISHED,
                    List.of(TRAINER),
                    List.of(COLORIZE, METRICS)),
            new Channel(
                    Topics.MODEL_DECISIONS,
                    "alias",
                    ModelDecision.class,
                    EventType.MODEL_DECISION,
                    List.of(METRICS),
                    List.of(COLORIZE, METRICS)),
            new Channel(
                    Topics.RETRAIN_REQUESTS,
                    "reason",
                    RetrainRequest.class,
                    EventType.RETRAIN_REQUEST,
                    List.of(METRICS),
                    List.of(TRAINER)),
            new Channel(
                    Topics.COLORIZED_SHADOW,
                    "target",
                    FrameTrial.class,
                    EventType.FRAME_TRIED,
                    List.of(COLORIZE),
                    List.of(METRICS)),
            new Channel(
                    Topics.COLORIZED_REPLAY,
                    "target",
                    FrameTrial.class,
                    EventType.FRAME_TRIED,
                    List.of(COLORIZE),
                    List.of()),
            new Channel(
                    Topics.DEAD_LETTER_REPLAYS,
                    "letter id",
                    DeadLetterReplayed.class,
                    EventType.DEAD_LETTER_REPLAYED,
                    List.of(METRICS),
                    List.of(METRICS)));

    /** The message's name. */
    String message() {
        return event.getSimpleName();
    }

    boolean isTensors() {
        return !type.mediaType().endsWith("json");
    }
}
