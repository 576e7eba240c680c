package io.astrochrome.metrics.registry.tensors;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/** Where a frame's tensor lies in the log. */
public record TensorPosition(
        String frameId, String target, Instant preparedAt, TopicPartition partition, long offset) {}
