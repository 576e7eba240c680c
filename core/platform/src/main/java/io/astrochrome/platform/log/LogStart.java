package io.astrochrome.platform.log;

import java.util.Map;

/** Where the reading of a partition begins. */
@FunctionalInterface
public interface LogStart {
    /** All that the log holds. */
    LogStart BEGINNING = (topic, first, end) -> first;

    /**
     * The first offset to read.
     *
     * @param first the log's
     * @param end the log's, after its last
     */
    long of(String topic, long first, long end);

    /** So many of the newest records of each partition. */
    static LogStart newest(long records) {
        return (topic, first, end) -> Math.max(first, end - records);
    }

    /** So many of the newest records of each partition, by topic; all of a topic that is not named. */
    static LogStart newest(Map<String, Integer> records) {
        Map<String, Integer> byTopic = Map.copyOf(records);
        return (topic, first, end) -> byTopic.containsKey(topic) ? Math.max(first, end - byTopic.get(topic)) : first;
    }
}
