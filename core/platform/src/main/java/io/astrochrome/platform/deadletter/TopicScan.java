package io.astrochrome.platform.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads what topics hold now, from their beginning, as somebody who only looks on. */
final class TopicScan {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TopicScan() {}

    /** Takes one record, in the order of its partition. */
    @FunctionalInterface
    interface Visitor {
        void visit(ConsumerRecord<byte[], byte[]> record);
    }

    /**
     * Visits every record of those topics that exist.
     *
     * @throws KafkaException where the broker does not answer in time
     */
    static void visit(KafkaConsumer<byte[], byte[]> consumer, Collection<String> topics, Visitor visitor) {
        List<TopicPartition> partitions = consumer.listTopics(PATIENCE).entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        left.entrySet().removeIf(end -> isRead(consumer, end));
        while (!left.isEmpty()) {
            var records = consumer.poll(POLL);
            records.forEach(visitor::visit);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            }
            left.entrySet().removeIf(end -> isRead(consumer, end));
            consumer.pause(done(partitions, left));
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the broker gives no more of " + left.keySet());
            }
        }
    }

    private static boolean isRead(KafkaConsumer<?, ?> consumer, Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey(), PATIENCE) >= end.getValue();
    }

    private static Set<TopicPartition> done(List<TopicPartition> all, Map<TopicPartition, Long> left) {
        var done = new HashSet<>(all);
        done.removeAll(left.keySet());
        return done;
    }
}
