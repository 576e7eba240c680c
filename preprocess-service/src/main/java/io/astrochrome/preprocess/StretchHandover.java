package io.astrochrome.preprocess;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** When partitions come, stretches are read from the store again: another instance may have fitted them anew meanwhile. */
@Singleton
@Identifier(StretchHandover.NAME) final class StretchHandover implements KafkaConsumerRebalanceListener {
    /** What the channel's configuration calls it. */
    static final String NAME = "preprocess-stretches";

    private final StaticStretches stretches;

    StretchHandover(StaticStretches stretches) {
        this.stretches = stretches;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            stretches.forget();
        }
    }
}
