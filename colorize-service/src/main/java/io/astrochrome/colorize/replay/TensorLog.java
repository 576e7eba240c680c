package io.astrochrome.colorize.replay;

import io.astrochrome.events.Topics;
import io.astrochrome.platform.kafka.KafkaClients;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a span of {@code lab-tensors.v1}, partition by partition in the order of the log. Belongs to no group and commits
 * nothing: whoever works on the stream does not notice. For one thread.
 */
final class TensorLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaConsumer<byte[], byte[]> consumer;

    TensorLog(KafkaClients clients) {
        consumer = clients.reading(Topics.LAB_TENSORS)
                .open(Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        8,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"));
    }

    /** Takes one record. */
    @FunctionalInterface
    interface Visitor {
        void visit(ConsumerRecord<byte[], byte[]> record) throws IOException, InterruptedException;
    }

    /** What of each partition is to be read: from the first offset to before the second. */
    record Range(long first, long end) {}

    /**
     * Finds the span's parts.
     *
     * @throws IOException where there is no such topic, or it lacks a partition
     */
    Map<TopicPartition, Range> ranges(ReplaySpan span) throws IOException {
        var known = consumer.listTopics(PATIENCE).get(Topics.LAB_TENSORS);
        if (known == null) {
            throw new IOException("the broker has no " + Topics.LAB_TENSORS);
        }
        List<TopicPartition> partitions = known.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .filter(partition -> span.offsets().isEmpty() || span.offsets().containsKey(partition.partition()))
                .toList();
        if (partitions.size() < span.offsets().size()) {
            throw new IOException(Topics.LAB_TENSORS + " has the partitions 0 to " + (known.size() - 1)
                    + ", not all of " + span.offsets().keySet());
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> first = at(span.from(), partitions, ends);
        Map<TopicPartition, Long> last = at(span.to(), partitions, ends);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Range> ranges = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long from = span.from() == null ? begins.get(partition) : first.get(partition);
            long end = span.to() == null ? ends.get(partition) : last.get(partition);
            ReplaySpan.Offsets offsets = span.offsets().get(partition.partition());
            if (offsets != null) {
                from = Math.max(from, offsets.first());
                end = Math.min(end, offsets.last() + 1);
            }
            if (from < end) {
                ranges.put(partition, new Range(from, end));
            }
        }
        return ranges;
    }

    /** The first offset of each partition at or after that time; its end where there is none, or no time is given. */
    private Map<TopicPartition, Long> at(
            Instant time, Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        if (time == null) {
            return ends;
        }
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times, PATIENCE);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp offset = found.get(partition);
            offsets.put(partition, offset == null ? ends.get(partition) : Long.valueOf(offset.offset()));
        }
        return offsets;
    }

    /**
     * Visits every record of the parts that is still there.
     *
     * @throws IOException where the broker does not answer in time, or the visitor throws it
     */
    void visit(Map<TopicPartition, Range> ranges, Visitor visitor) throws IOException, InterruptedException {
        for (var part : ranges.entrySet()) {
            TopicPartition partition = part.getKey();
            consumer.assign(List.of(partition));
            consumer.seek(partition, part.getValue().first());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition) < part.getValue().end()) {
                var records = consumer.poll(POLL);
                if (records.isEmpty() && System.nanoTime() > deadline) {
                    throw new IOException("the broker gives no more of " + partition);
                }
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (record.offset() < part.getValue().end()) {
                        visitor.visit(record);
                    }
                }
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
