package io.astrochrome.preprocess;

import io.astrochrome.preprocess.stack.Nights;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

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

    TargetHandover(StaticStretches stretches, Nights nights) {
        this.stretches = stretches;
        this.nights = nights;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            stretches.forget();
            nights.forget();
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            nights.forget();
        }
    }
}
