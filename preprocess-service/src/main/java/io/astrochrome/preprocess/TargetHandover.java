package io.astrochrome.preprocess;

import io.astrochrome.preprocess.stack.Nights;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * When partitions come, stretches and nights are read from the store again: another instance may have gone on with them. When
 * they go, what is held of nights is let go.
 */
@Singleton
@Identifier(TargetHandover.NAME) final class TargetHandover implements KafkaConsumerRebalanceListener {
    /** What the channel's configuration calls it. */
    static final String NAME = "preprocess-targets";

    private final StaticStretches stretches;
    private final Nights nights;
    private final Set<Integer> partitions = ConcurrentHashMap.newKeySet();
    private volatile int ofAll;
    private final AtomicBoolean came = new AtomicBoolean();

    TargetHandover(StaticStretches stretches, Nights nights) {
        this.stretches = stretches;
        this.nights = nights;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        if (!assigned.isEmpty()) {
            stretches.forget();
            nights.forget();
            ofAll = consumer.partitionsFor(assigned.iterator().next().topic()).size();
            assigned.forEach(partition -> partitions.add(partition.partition()));
            came.set(true);
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        if (!revoked.isEmpty()) {
            revoked.forEach(partition -> partitions.remove(partition.partition()));
            nights.forget();
        }
    }

    /** Whether partitions have come since it was asked last. */
    boolean partitionsCame() {
        return came.getAndSet(false);
    }

    /** As if partitions had come. */
    void askAgain() {
        came.set(true);
    }

    /** Whether a target's frames come to this instance, by the partition that Kafka's producers give its name. */
    boolean has(String target) {
        return ofAll > 0
                && partitions.contains(
                        Utils.toPositive(Utils.murmur2(target.getBytes(StandardCharsets.UTF_8))) % ofAll);
    }
}
