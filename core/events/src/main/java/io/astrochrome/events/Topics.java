package io.astrochrome.events;

import java.util.List;
import java.util.stream.Stream;

/** The topics, by name, and what each needs of the broker. */
public final class Topics {
    public static final String FRAMES = "frames.v1";

    /** What became of each exposure that could be stacked. */
    public static final String SUBS = "subs.v1";

    public static final String LAB_TENSORS = "lab-tensors.v1";

    /** Tensors to learn from and to measure with, kept for ever: live ones do not drive them out. */
    public static final String LESSONS = "lessons.v1";

    public static final String COLORIZED = "colorized.v1";
    public static final String QUALITY = "quality.v1";
    public static final String TRAINING = "training.v1";
    public static final String MODELS = "models.v1";
    public static final String MODEL_DECISIONS = "model-decisions.v1";
    public static final String RETRAIN_REQUESTS = "retrain-requests.v1";

    /** What a challenger makes of frames unseen; beside {@link #COLORIZED}, so that nobody can show it by mistake. */
    public static final String COLORIZED_SHADOW = "colorized-shadow.v1";

    /** What a replay makes of past frames; nobody shows it. */
    public static final String COLORIZED_REPLAY = "colorized-replay.v1";

    /** Which dead letters were put back on their topic, so that none is twice. */
    public static final String DEAD_LETTER_REPLAYS = "dead-letter-replays.v1";

    /** Every topic that a stage reads; each has a dead-letter topic. */
    public static final List<String> ALL = List.of(
            FRAMES,
            SUBS,
            LAB_TENSORS,
            LESSONS,
            COLORIZED,
            QUALITY,
            TRAINING,
            MODELS,
            MODEL_DECISIONS,
            RETRAIN_REQUESTS,
            COLORIZED_SHADOW,
            COLORIZED_REPLAY,
            DEAD_LETTER_REPLAYS);

    /** Room for a record's key, its headers and the dead letter's, beside its value. */
    public static final int HEADER_BYTES = 1 << 16;

    private static final String DEAD_LETTER_SUFFIX = ".dlq";

    private Topics() {}

    /** The topic that takes what could not be handled of {@code topic}. */
    public static String deadLetter(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }

    /**
     * What a topic's {@code max.message.bytes} has to be: a dead-letter topic takes every record of its topic with the
     * headers that say why it is there.
     *
     * @param maxMessageBytes the configured limit
     */
    public static int maxMessageBytes(String topic, int maxMessageBytes) {
        return topic.endsWith(DEAD_LETTER_SUFFIX) ? maxMessageBytes + HEADER_BYTES : maxMessageBytes;
    }

    /** The topic whose dead letters {@code topic} takes; the topic itself where it takes none. */
    public static String ofDeadLetters(String topic) {
        return topic.endsWith(DEAD_LETTER_SUFFIX)
                ? topic.substring(0, topic.length() - DEAD_LETTER_SUFFIX.length())
                : topic;
    }

    /** All topics and their dead-letter topics. */
    public static List<String> withDeadLetters() {
        return Stream.concat(ALL.stream(), ALL.stream().map(Topics::deadLetter)).toList();
    }
}
