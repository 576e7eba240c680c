package io.astrochrome.platform.log;

import org.apache.kafka.common.TopicPartition;

/**
 * Part of a partition.
 *
 * @param first offset
 * @param end offset after the last; the part is empty where it is not beyond the first
 */
public record LogRange(TopicPartition partition, long first, long end) {
    /** What of it lies in other offsets too. */
    public LogRange within(long otherFirst, long otherEnd) {
        return new LogRange(partition, Math.max(first, otherFirst), Math.min(end, otherEnd));
    }

    /** Number of its offsets; the log may hold fewer records. */
    public long length() {
        return Math.max(0, end - first);
    }
}
