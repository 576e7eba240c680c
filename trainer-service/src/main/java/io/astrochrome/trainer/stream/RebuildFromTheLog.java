package io.astrochrome.trainer.stream;

import io.astrochrome.trainer.data.TensorStore;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads the log from its beginning where the local store is empty, whatever was committed before. That beginning is
 * committed first, so that a rebuilding that is interrupted goes on, although the store is no longer empty then.
 */
@ApplicationScoped
@Identifier(RebuildFromTheLog.NAME) class RebuildFromTheLog implements KafkaConsumerRebalanceListener {
    static final String NAME = "rebuild-from-the-log";

    private static final Logger LOG = Logger.getLogger(RebuildFromTheLog.class);

    private final TensorStore store;

    RebuildFromTheLog(TensorStore store) {
        this.store = store;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            if (store.size() == 0) {
                LOG.infof("the local store is empty: reading %s from the beginning", partitions);
                Map<TopicPartition, OffsetAndMetadata> beginnings = new HashMap<>();
                consumer.beginningOffsets(partitions).forEach((partition, offset) -> {
                    consumer.seek(partition, offset);
                    beginnings.put(partition, new OffsetAndMetadata(offset));
                });
                consumer.commitSync(beginnings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
