package io.astrochrome.metrics.registry.tensors;

import io.astrochrome.events.Topics;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/** Where a frame's tensor lies in the log. */
public record TensorPosition(String frameId, String target, Instant preparedAt, TopicPartition partition, long offset) {
    /** Whether it lies where nothing but a newer one of the same frame drives it out. */
    boolean isLesson() {
        return partition.topic().equals(Topics.LESSONS);
    }
}
