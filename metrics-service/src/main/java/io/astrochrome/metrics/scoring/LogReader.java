package io.astrochrome.metrics.scoring;

import io.astrochrome.platform.kafka.TopicReader;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads single records again by their position, so that whoever joins two topics need only remember offsets: the log is
 * the store. For one thread; commits nothing.
 */
public final class LogReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /**
     * A reader of its own.
     *
     * @param reader of the topics
     */
    public LogReader(TopicReader reader) {
        consumer = reader.open(
                Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none", ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1));
    }

    /**
     * The record at that position, or nothing where the log no longer holds it.
     *
     * @throws TimeoutException where the broker does not answer in time
     */
    public Optional<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long offset) {
        consumer.assign(Set.of(partition));
        consumer.seek(partition, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    return record.offset() == offset ? Optional.of(record) : Optional.empty();
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        } finally {
            consumer.assign(Set.of());
        }
        throw new TimeoutException("no answer for " + partition + " at offset " + offset);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
