package io.astrochrome.colorize.stream.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.astrochrome.platform.tracing.Traces;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class FrameDeduplicatorTest {
    private static final String FRAME = "ab".repeat(32);

    private final FrameDeduplicator known = new FrameDeduplicator(100, () -> false, Set::of);
    private final AtomicBoolean oldIsOurs = new AtomicBoolean(true);
    private final Delivery old = delivery(oldIsOurs);
    private final Delivery again = delivery(new AtomicBoolean(true));

    @Test
    void aSecondRecordAwaitsTheEndOfTheFirst() {
        assertThat(known.claim(FRAME, old)).isEmpty();
        CompletionStage<Void> end = known.claim(FRAME, again).orElseThrow();
        assertThat(known.mayPublish(FRAME, old)).isTrue();
        assertThat(end.toCompletableFuture()).isNotDone();

        known.ended(FRAME, old);

        assertThat(end.toCompletableFuture()).isDone();
        assertThat(known.claim(FRAME, again).orElseThrow().toCompletableFuture())
                .isDone();
    }

    @Test
    void aRecordThatIsNoLongerOursLeavesItsFrameToTheOneThatComesAgain() {
        assertThat(known.claim(FRAME, old)).isEmpty();
        oldIsOurs.set(false);

        assertThat(known.claim(FRAME, again)).as("it is coloured in its turn").isEmpty();
        assertThat(known.mayPublish(FRAME, old)).isFalse();
        known.release(FRAME, old);

        assertThat(known.claim(FRAME, delivery(new AtomicBoolean(true)))
                        .orElseThrow()
                        .toCompletableFuture())
                .as("the second one's claim holds")
                .isNotDone();
        assertThat(known.mayPublish(FRAME, again)).isTrue();
    }

    @Test
    void whoWaitedForARecordThatIsNoLongerOursWaitsNoMore() {
        assertThat(known.claim(FRAME, old)).isEmpty();
        CompletionStage<Void> end = known.claim(FRAME, delivery(oldIsOurs)).orElseThrow();
        oldIsOurs.set(false);

        assertThat(known.claim(FRAME, again)).isEmpty();

        assertThat(end.toCompletableFuture()).isDone();
    }

    @Test
    void whatAnotherInstancePublishedMeanwhileIsNotColouredAgain() {
        AtomicBoolean came = new AtomicBoolean();
        FrameDeduplicator asking = new FrameDeduplicator(100, () -> came.getAndSet(false), () -> Set.of(FRAME));
        assertThat(asking.claim(FRAME, old)).isEmpty();
        oldIsOurs.set(false);
        came.set(true);

        asking.refresh();

        assertThat(asking.claim(FRAME, again).orElseThrow().toCompletableFuture())
                .isDone();
        asking.release(FRAME, old);
        assertThat(asking.claim(FRAME, again)).as("it stays known").isPresent();
    }

    @Test
    void whoeverWaitsForAFrameThatCameToNoEndIsToldSo() {
        assertThat(known.claim(FRAME, old)).isEmpty();
        CompletionStage<Void> end = known.claim(FRAME, again).orElseThrow();

        known.failed(FRAME, old, new IllegalStateException("no broker takes its letter"));

        assertThat(end.toCompletableFuture()).isCompletedExceptionally();
        assertThat(known.claim(FRAME, again)).as("it may be tried again").isEmpty();
    }

    @Test
    void whatIsOnItsWayToTheBrokerIsNotColouredAgain() {
        assertThat(known.claim(FRAME, old)).isEmpty();
        assertThat(known.mayPublish(FRAME, old)).isTrue();
        oldIsOurs.set(false);

        CompletionStage<Void> end = known.claim(FRAME, again).orElseThrow();
        known.ended(FRAME, old);

        assertThat(end.toCompletableFuture()).isDone();
    }

    @Test
    void whatIsRememberedOfAFrameDoesNotHoldItsRecord() {
        WeakReference<Delivery> record = published();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(record.get()).isNull();
        });
        assertThat(known.claim(FRAME, again)).as("it stays known").isPresent();
    }

    private WeakReference<Delivery> published() {
        Delivery delivery = delivery(new AtomicBoolean(true));
        assertThat(known.claim(FRAME, delivery)).isEmpty();
        assertThat(known.mayPublish(FRAME, delivery)).isTrue();
        known.ended(FRAME, delivery);
        return new WeakReference<>(delivery);
    }

    private static Delivery delivery(AtomicBoolean ours) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("lab-tensors.v1", 1, 7, "M 31", new byte[0]);
        Message<byte[]> message =
                Message.of(record.value()).addMetadata(new IncomingKafkaRecordMetadata<>(record, "lab-tensors"));
        return new Delivery(message, Traces.off(), position -> ours::get, ended -> {});
    }
}
