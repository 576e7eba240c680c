package io.astrochrome.metrics.observatory.lag;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker what groups have committed and where the topics end. It needs no consumer that is alive. */
final class GroupLag {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private GroupLag() {}

    /** Records between commit and end, by group and topic; groups that have committed nothing are absent. */
    static Map<List<String>, Double> of(Admin admin, List<String> groups)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<List<String>, Double> lags = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
            committed.values().removeIf(offset -> offset == null);
            ends(admin, committed.keySet())
                    .forEach((partition, end) -> lags.merge(
                            List.of(group, partition.topic()),
                            (double) Math.max(
                                    0,
                                    end.offset()
                                            - Objects.requireNonNull(committed.get(partition))
                                                    .offset()),
                            Double::sum));
        }
        return lags;
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(Admin admin, Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
