package io.astrochrome.trainer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.meters.Meters;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorIntakeTest {
    @TempDir
    private Path folder;

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final List<String> events = new ArrayList<>();
    private TensorStore store;
    private TensorIntake intake;

    @BeforeEach
    void open() throws IOException {
        store = new TensorStore(folder);
        intake = new TensorIntake(store, new Meters(figures));
    }

    /** Records that were read together; commits and dead letters are noted in their order. */
    private record Batch(List<KafkaRecord<String, byte[]>> getRecords, List<String> events)
            implements KafkaRecordBatch<String, byte[]> {
        @Override
        public Map<TopicPartition, KafkaRecord<String, byte[]>> getLatestOffsetRecords() {
            return Map.of();
        }

        @Override
        public List<byte[]> getPayload() {
            return getRecords.stream().map(KafkaRecord::getPayload).toList();
        }

        @Override
        public Iterator<KafkaRecord<String, byte[]>> iterator() {
            return getRecords.iterator();
        }

        @Override
        public Supplier<CompletionStage<Void>> getAck() {
            return () -> noted(events, "committed");
        }

        @Override
        public CompletionStage<Void> ack() {
            return getAck().get();
        }
    }

    private static CompletionStage<Void> noted(List<String> events, String event) {
        events.add(event);
        return CompletableFuture.completedFuture(null);
    }

    private void keep(byte[]... payloads) throws IOException, InterruptedException {
        List<KafkaRecord<String, byte[]>> records = new ArrayList<>();
        for (byte[] payload : payloads) {
            records.add(KafkaRecord.of("key", payload)
                    .withNack(reason -> noted(events, "put aside: " + reason.getMessage())));
        }
        intake.keep(new Batch(records, events)).toCompletableFuture().join();
    }

    private static byte[] bytes(int number, Purpose purpose) {
        return EventCodec.toBytes(Pictures.tensor(number, purpose));
    }

    private double counted(String outcome) {
        return figures.getMeters().stream()
                .filter(meter -> meter.getId().getTags().stream()
                        .anyMatch(tag -> tag.getValue().equals(outcome)))
                .mapToDouble(meter -> ((Counter) meter).count())
                .sum();
    }

    @Test
    void aBatchIsCommittedWhenItsTensorsAreOnDisk() throws Exception {
        keep(bytes(1, Purpose.TRAIN), bytes(2, Purpose.VALIDATION));

        assertThat(store.load().pictures()).hasSize(2);
        assertThat(events).containsExactly("committed");
        assertThat(counted("kept")).isEqualTo(2);
    }

    @Test
    void aTensorThatComesAgainIsThereAlready() throws Exception {
        keep(bytes(1, Purpose.TRAIN));
        keep(bytes(1, Purpose.TRAIN), bytes(2, Purpose.TRAIN));

        assertThat(store.size()).isEqualTo(2);
        assertThat(counted("kept")).isEqualTo(2);
        assertThat(counted("duplicate")).isEqualTo(1);
    }

    @Test
    void aSingleFrameOfTheNightTeachesNothing() throws Exception {
        keep(bytes(1, Purpose.LIVE));

        assertThat(store.size()).isZero();
        assertThat(counted("skipped")).isEqualTo(1);
        assertThat(events).containsExactly("committed");
    }

    @Test
    void whatIsNoTensorOrCannotBeLearntFromIsPutAsideAndTheOthersAreKept() throws Exception {
        LabTensor made = Pictures.tensor(3, Purpose.TRAIN);
        LabTensor grey = new LabTensor(
                made.frame(), made.geometry(), made.stretch(), null, made.preparedAt(), made.lightness(), null, null);

        keep(new byte[] {1, 2, 3}, bytes(1, Purpose.TRAIN), EventCodec.toBytes(grey), bytes(2, Purpose.TRAIN));

        assertThat(store.load().pictures()).hasSize(2);
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).startsWith("put aside: ");
        assertThat(events.get(1)).isEqualTo("put aside: picture-3.png has no colour to learn from");
        assertThat(events.get(2)).as("last of all").isEqualTo("committed");
        assertThat(counted("quarantined")).isEqualTo(2);
    }

    @Test
    void aDiskThatTakesNothingIsWaitedForUntilTheServiceStops() throws IOException {
        Path gone = folder.resolve("gone");
        TensorIntake nowhere = new TensorIntake(new TensorStore(gone), new Meters(figures));
        Files.delete(gone);
        Thread.currentThread().interrupt();
        Batch batch = new Batch(List.of(KafkaRecord.of("key", bytes(1, Purpose.TRAIN))), events);

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> nowhere.keep(batch));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(events).as("nothing is committed").isEmpty();
    }

    @Test
    void figuresAreThereBeforeTheFirstLesson() {
        intake.start(null);

        assertThat(figures.getMeters()).hasSize(4).allMatch(meter -> ((Counter) meter).count() == 0);
    }
}
