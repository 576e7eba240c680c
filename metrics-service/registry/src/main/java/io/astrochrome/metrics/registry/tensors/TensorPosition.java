package io.astrochrome.metrics.registry.tensors;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.log.LogReader;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Where a frame's tensor lies in the log. */
public record TensorPosition(String frameId, String target, Instant preparedAt, TopicPartition partition, long offset) {
    /** The tensor, read again; empty where the log has let go of it. */
    public Optional<LabTensor> read(LogReader log) {
        return log.record(partition, offset).flatMap(record -> {
            try {
                return Optional.of(EventCodec.labTensor(record.value()));
            } catch (EventFormatException e) {
                return Optional.empty();
            }
        });
    }

    /** Whether it lies where nothing but a newer one of the same frame drives it out. */
    boolean isLesson() {
        return partition.topic().equals(Topics.LESSONS);
    }
}
