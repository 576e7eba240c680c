package io.astrochrome.colorize.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.colorize.stream.queue.SourcePosition;
import io.astrochrome.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
    private static final TopicPartition COMMITTED = new TopicPartition(Topics.LAB_TENSORS, 1);
    private static final TopicPartition NEW = new TopicPartition(Topics.LAB_TENSORS, 2);

    private final Assignments assignments = new Assignments();

    @Test
    void whatHasGoneIsAnothersUntilItComesBack() {
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
            assertThat(assignments.tenure(new SourcePosition(1, 7)).getAsBoolean())
                    .isTrue();

            assignments.onPartitionsRevoked(consumer, List.of(COMMITTED));
            assignments.onPartitionsLost(consumer, List.of(NEW));
            assertThat(assignments.tenure(new SourcePosition(1, 7)).getAsBoolean())
                    .isFalse();
            assertThat(assignments.tenure(new SourcePosition(2, 7)).getAsBoolean())
                    .isFalse();

            consumer.assign(List.of(COMMITTED, NEW));
            assignments.onPartitionsAssigned(consumer, List.of(COMMITTED));
            assertThat(assignments.tenure(new SourcePosition(1, 7)).getAsBoolean())
                    .isTrue();
            assertThat(assignments.tenure(new SourcePosition(2, 7)).getAsBoolean())
                    .isFalse();
        }
    }

    @Test
    void whatCameBeforeAPartitionWentIsNotOursAgainWhenThatComesBack() {
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
            BooleanSupplier before = assignments.tenure(new SourcePosition(1, 7));
            assignments.onPartitionsLost(consumer, List.of(COMMITTED));
            BooleanSupplier late = assignments.tenure(new SourcePosition(1, 8));
            consumer.assign(List.of(COMMITTED));
            assignments.onPartitionsAssigned(consumer, List.of(COMMITTED));

            assertThat(before.getAsBoolean()).isFalse();
            assertThat(late.getAsBoolean()).as("that came after it had gone").isFalse();
            assertThat(assignments.tenure(new SourcePosition(1, 7)).getAsBoolean())
                    .isTrue();
        }
    }

    @Test
    void whatIsUnderWayIsFinishedWhereTheGroupWaits() {
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
            consumer.assign(List.of(COMMITTED));
            consumer.commitSync(Map.of(COMMITTED, new OffsetAndMetadata(300)));
            AtomicInteger looks = new AtomicInteger();
            assignments.finishWhen(() -> {
                assertThat(assignments.tenure(new SourcePosition(1, 7)).getAsBoolean())
                        .isTrue();
                return looks.incrementAndGet() > 2;
            });

            assignments.onPartitionsRevoked(consumer, List.of(COMMITTED));

            assertThat(looks).hasValue(3);
            assertThat(assignments.tenure(new SourcePosition(1, 7)).getAsBoolean())
                    .isFalse();
        }
    }

    @Test
    void whatIsUnderWayIsLeftWhereTheGroupHasGoneOn() {
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest") {
            @Override
            public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
                throw new CommitFailedException("no member");
            }
        }) {
            assignments.finishWhen(() -> {
                throw new AssertionError("nobody waits");
            });

            assignments.onPartitionsRevoked(consumer, List.of(COMMITTED));

            assertThat(assignments.tenure(new SourcePosition(1, 7)).getAsBoolean())
                    .isFalse();
        }
    }

    @Test
    void notesFromWhichOffsetPartitionsComeAgain() {
        try (var consumer = new MockConsumer<byte[], byte[]>("earliest")) {
            consumer.assign(List.of(COMMITTED, NEW));
            consumer.commitSync(Map.of(COMMITTED, new OffsetAndMetadata(300)));
            assertThat(assignments.haveChanged()).as("at start").isTrue();
            assertThat(assignments.haveChanged()).isFalse();

            assignments.onPartitionsAssigned(consumer, List.of(COMMITTED, NEW));

            assertThat(assignments.haveChanged()).isTrue();
            assertThat(assignments.committed()).isEqualTo(Map.of(1, 300L));
        }
    }
}
