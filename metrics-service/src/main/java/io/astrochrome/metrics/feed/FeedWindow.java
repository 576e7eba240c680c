package io.astrochrome.metrics.feed;

import io.astrochrome.events.Topics;
import io.astrochrome.metrics.MetricsConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Which part of the log the feed is made of: the newest records of each partition, and all that follow. Topics and
 * partitions that appear later are taken in when {@link #extend} is called again. For one thread.
 */
final class FeedWindow {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Integer> recordsByTopic = new HashMap<>();
    private final Map<TopicPartition, Long> goals = new HashMap<>();

    FeedWindow(MetricsConfig.Feed config) {
        recordsByTopic.put(Topics.FRAMES, 2 * config.frames());
        recordsByTopic.put(Topics.COLORIZED, config.frames());
        recordsByTopic.put(Topics.QUALITY, 2 * config.frames());
        recordsByTopic.put(Topics.TRAINING, config.trainingEvents());
        Topics.ALL.forEach(topic -> recordsByTopic.put(Topics.deadLetter(topic), config.deadLetters()));
    }

    /** What the feed is made of. */
    Set<String> topics() {
        return Set.copyOf(recordsByTopic.keySet());
    }

    /** Adds the partitions that the consumer does not read yet. */
    void extend(Consumer<?, ?> consumer) {
        Set<TopicPartition> known = consumer.assignment();
        Set<TopicPartition> fresh = new HashSet<>(existing(consumer));
        fresh.removeAll(known);
        if (fresh.isEmpty()) {
            return;
        }
        Set<TopicPartition> all = new HashSet<>(known);
        all.addAll(fresh);
        consumer.assign(all);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(fresh, PATIENCE);
        Map<TopicPartition, Long> end = consumer.endOffsets(fresh, PATIENCE);
        for (TopicPartition partition : fresh) {
            long start = end.get(partition) - recordsByTopic.get(partition.topic());
            consumer.seek(partition, Math.max(first.get(partition), start));
            goals.put(partition, end.get(partition));
        }
    }

    private List<TopicPartition> existing(Consumer<?, ?> consumer) {
        return consumer.listTopics(PATIENCE).entrySet().stream()
                .filter(topic -> recordsByTopic.containsKey(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** Whether all that was in the log when its partitions were taken in has been read. */
    boolean isCaughtUp(Consumer<?, ?> consumer) {
        goals.entrySet().removeIf(goal -> consumer.position(goal.getKey()) >= goal.getValue());
        return goals.isEmpty()
                && consumer.assignment().stream().anyMatch(p -> p.topic().equals(Topics.COLORIZED));
    }
}
