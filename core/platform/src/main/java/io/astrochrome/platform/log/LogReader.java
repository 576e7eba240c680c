package io.astrochrome.platform.log;

import io.astrochrome.platform.kafka.TopicReader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of the log, and single records. Belongs to no group and commits nothing: whoever works on the stream does not
 * notice. For one thread. All methods throw {@link org.apache.kafka.common.KafkaException} where the broker does not answer
 * in time.
 */
public final class LogReader implements AutoCloseable {
    private final Set<String> topics;
    private final LogSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** A reader with a connection of its own. */
    public LogReader(TopicReader reader) {
        this(reader, LogSettings.DEFAULT);
    }

    /** A reader with a connection of its own. */
    public LogReader(TopicReader reader, LogSettings settings) {
        this.topics = reader.topics();
        this.settings = settings;
        this.consumer = reader.open(settings.consumer("none"));
    }

    /** All that the topics hold now; nothing of one that does not exist. */
    public List<LogRange> all() {
        return from(LogStart.BEGINNING);
    }

    /** What the topics hold now from there on; nothing of one that does not exist. */
    public List<LogRange> from(LogStart start) {
        List<TopicPartition> partitions = LogPartitions.of(consumer, topics);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        return partitions.stream()
                .map(partition -> new LogRange(
                        partition,
                        start.of(
                                partition.topic(),
                                LogPartitions.offset(first, partition),
                                LogPartitions.offset(end, partition)),
                        LogPartitions.offset(end, partition)))
                .toList();
    }

    /**
     * What the topics hold now of that time; nothing of one that does not exist. A part begins with its partition's first
     * record at or after the first moment, and ends before that at or after the second.
     *
     * @param from null for the log's beginning
     * @param to null for the log's end
     */
    public List<LogRange> between(@Nullable Instant from, @Nullable Instant to) {
        List<LogRange> all = all();
        Map<TopicPartition, Long> first = offsets(from, all);
        Map<TopicPartition, Long> end = offsets(to, all);
        return all.stream()
                .map(range -> new LogRange(
                        range.partition(),
                        from == null ? range.first() : first.getOrDefault(range.partition(), range.end()),
                        to == null ? range.end() : end.getOrDefault(range.partition(), range.end())))
                .toList();
    }

    /** Of the first records at or after that time, where there are some. */
    private Map<TopicPartition, Long> offsets(@Nullable Instant time, List<LogRange> ranges) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (time != null) {
            Map<TopicPartition, Long> times = new HashMap<>();
            ranges.forEach(range -> times.put(range.partition(), time.toEpochMilli()));
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
            found.forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
        }
        return offsets;
    }

    /**
     * The records of these parts that the log still holds, one part after the other in the order of offsets. They are read
     * as they are asked for, once; another call ends this one.
     */
    public Iterable<ConsumerRecord<byte[], byte[]>> records(Collection<LogRange> ranges) {
        return () -> new RangeIterator(consumer, settings.timeout(), ranges);
    }

    /** The record at that offset; empty where the log does not hold it, no longer or not yet. */
    public Optional<ConsumerRecord<byte[], byte[]>> record(TopicPartition partition, long offset) {
        var records =
                new RangeIterator(consumer, settings.timeout(), List.of(new LogRange(partition, offset, offset + 1)));
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } finally {
            consumer.assign(Set.of());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
