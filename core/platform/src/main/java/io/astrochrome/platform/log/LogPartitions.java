package io.astrochrome.platform.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The partitions that there are. */
final class LogPartitions {
    private static final Comparator<TopicPartition> IN_ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private LogPartitions() {}

    /** Those of the topics that exist, in order. */
    static List<TopicPartition> of(Consumer<?, ?> consumer, Collection<String> topics) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .sorted(IN_ORDER)
                .toList();
    }

    /** What the broker says of one of the partitions that it was asked about. */
    static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), () -> "the broker says no offset of " + partition);
    }
}
