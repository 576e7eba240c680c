package io.astrochrome.events.topic;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How long records stay, wherever the topics are made: on one machine, by Compose, in Kubernetes. */
public final class TopicRetention {
    /** Of records that are not the history itself: long enough for a holiday, and for what is looked up again. */
    public static final Duration AGE = Duration.ofDays(30);

    /** Of records with tensors, which have some 0.3 MB each; many a disk is full before they are old. */
    public static final long PARTITION_BYTES = 4L << 30;

    /** Of dead letters: half a year, in which somebody has looked. */
    public static final Duration LETTERS_AGE = Duration.ofDays(180);

    /** Of a partition of dead letters; a stream in which everything fails must not fill the disk. */
    public static final long LETTERS_BYTES = 1L << 30;

    private static final String FOR_EVER = "-1";

    private TopicRetention() {}

    /** A topic's or dead-letter topic's settings that say it, by the broker's names. */
    public static Map<String, String> of(String topic) {
        Map<String, String> settings = new TreeMap<>();
        switch (TopicTable.cleanup(topic)) {
            case NEVER -> settings.put("retention.ms", FOR_EVER);
            case BY_KEY -> settings.put("cleanup.policy", "compact");
            case BY_AGE -> settings.put("retention.ms", Long.toString(AGE.toMillis()));
            case BY_SIZE -> {
                settings.put("retention.ms", Long.toString(AGE.toMillis()));
                settings.put("retention.bytes", Long.toString(PARTITION_BYTES));
            }
            case UNHEEDED -> {
                settings.put("retention.ms", Long.toString(LETTERS_AGE.toMillis()));
                settings.put("retention.bytes", Long.toString(LETTERS_BYTES));
            }
        }
        return settings;
    }
}
