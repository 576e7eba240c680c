package io.astrochrome.trainer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.Purpose;
import io.astrochrome.events.Topics;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildFromTheLogTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.LESSONS, 0);

    @TempDir
    Path folder;

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    @BeforeEach
    void standAtTheEndOfTheLog() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 3L));
        consumer.seek(PARTITION, 40);
    }

    @Test
    void anEmptyStoreReadsTheLogFromItsBeginning() throws IOException {
        new RebuildFromTheLog(new TensorStore(folder)).onPartitionsAssigned(consumer, List.of(PARTITION));

        assertThat(consumer.position(PARTITION)).isEqualTo(3);
    }

    @Test
    void aStoreWithTensorsGoesOnWhereItWas() throws IOException {
        TensorStore store = new TensorStore(folder);
        store.add(Pictures.tensor(1, Purpose.TRAIN));

        new RebuildFromTheLog(store).onPartitionsAssigned(consumer, List.of(PARTITION));

        assertThat(consumer.position(PARTITION)).isEqualTo(40);
    }
}
