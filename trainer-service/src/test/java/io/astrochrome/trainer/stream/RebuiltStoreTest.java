package io.astrochrome.trainer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.testkit.StreamServers;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local store against a real broker's log: deleted, and read again by the same group. */
class RebuiltStoreTest {
    private static final int TENSORS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private StreamServers servers;

    @Test
    void aStoreThatWasDeletedIsReadAgainFromTheLogAlsoAfterAnInterruption() throws Exception {
        try (StreamServers started = StreamServers.start()) {
            servers = started;
            for (int i = 0; i < TENSORS; i++) {
                byte[] tensor = EventCodec.toBytes(Pictures.tensor(i, Purpose.TRAIN));
                servers.topics().write(Topics.LESSONS, "target-" + i, tensor);
            }
            assertThat(read("first", TENSORS, true)).isEqualTo(TENSORS);

            assertThat(read("deleted", 1, false))
                    .as("killed before it committed")
                    .isEqualTo(1);
            assertThat(read("deleted", TENSORS, true)).isEqualTo(TENSORS);
        }
    }

    /** A sitting of the service: reads until the store holds so many; how many it holds then. */
    private int read(String name, int enough, boolean commits) throws IOException, EventFormatException {
        TensorStore store = new TensorStore(folder.resolve(name));
        RebuildFromTheLog rebuild = new RebuildFromTheLog(store);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers.bootstrapServers(),
                "group.id",
                "trainer-service",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false",
                "max.poll.records",
                "1");
        Instant deadline = Instant.now().plus(PATIENCE);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.LESSONS), new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                    rebuild.onPartitionsAssigned(consumer, partitions);
                }
            });
            while (store.size() < enough && Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    store.add(EventCodec.labTensor(record.value()));
                }
                if (commits) {
                    consumer.commitSync();
                }
            }
        }
        return store.size();
    }
}
