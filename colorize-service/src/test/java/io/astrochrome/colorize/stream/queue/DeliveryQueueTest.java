package io.astrochrome.colorize.stream.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.platform.tracing.Traces;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryQueueTest {
    private static final int MOST = 2;

    @TempDir
    private Path folder;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicBoolean ours = new AtomicBoolean(true);
    private final DeliveryQueue queue = new DeliveryQueue(MOST, Traces.off(), position -> ours::get);

    private CompletionStage<Void> add(long offset) {
        return queue.add(Deliveries.message(offset, acknowledged));
    }

    @Test
    void recordsAreTakenInTheOrderInWhichTheyCame() throws Exception {
        add(7);
        add(8);

        assertThat(queue.take().position()).contains(new SourcePosition(1, 7));
        assertThat(queue.take().position()).contains(new SourcePosition(1, 8));
        assertThat(queue.waiting()).isZero();
        assertThat(queue.underWay()).as("they have not ended").isEqualTo(2);
    }

    @Test
    void noMoreAreAskedForThanMayBeUnderWay() throws Exception {
        assertThat(add(7)).isDone();
        CompletionStage<Void> full = add(8);
        assertThat(full).isNotDone();
        Delivery first = queue.take();
        assertThat(full).as("taken is not ended").isNotDone();

        first.acknowledge();

        assertThat(full).isDone();
        assertThat(queue.underWay()).isEqualTo(1);
        assertThat(add(9)).as("full again").isNotDone();
    }

    @Test
    void oneThatIsAcknowledgedIsSoOnceAndUnderWayNoMore() throws Exception {
        add(7);
        Delivery delivery = queue.take();
        assertThat(delivery.bytes()).containsExactly(7);
        assertThat(queue.withoutProgress()).isPresent();

        assertThat(delivery.acknowledge().toCompletableFuture()).isCompleted();

        assertThat(acknowledged).hasValue(1);
        assertThat(queue.underWay()).isZero();
        assertThat(queue.withoutProgress()).isEmpty();
    }

    @Test
    void oneThatIsAnothersByNowIsLeftAndNotAcknowledged() throws Exception {
        add(7);
        Delivery delivery = queue.take();
        ours.set(false);

        delivery.acknowledge();

        assertThat(acknowledged).hasValue(0);
        assertThat(queue.underWay()).isZero();
    }

    @Test
    void oneWhoseEndTheBrokerDoesNotTakeHasEndedHereAllTheSame() throws Exception {
        CompletionStage<Void> refused = CompletableFuture.failedFuture(new IllegalStateException("no broker"));
        queue.add(Deliveries.message(7, () -> refused));

        assertThat(queue.take().acknowledge().toCompletableFuture()).isCompleted();

        assertThat(queue.underWay()).isZero();
    }

    @Test
    void anAttemptThatWasBegunEndsWithItsRecord() throws Exception {
        Attempts attempts = new Attempts(folder);
        add(7);
        Delivery delivery = queue.take();
        delivery.begin(attempts.begin("a frame"));
        assertThat(attempts.over("a frame")).isEqualTo(1);

        delivery.acknowledge();

        assertThat(attempts.over("a frame")).isZero();
    }

    @Test
    void aProcessThatEndsByItselfBlamesNobody() throws Exception {
        Attempts attempts = new Attempts(folder);
        add(7);
        queue.take().begin(attempts.begin("a frame"));

        queue.forgive();

        assertThat(attempts.over("a frame")).isZero();
        assertThat(queue.underWay()).as("it will come again").isEqualTo(1);
    }

    @Test
    void whoeverIsAloneAwaitsNobody() throws Exception {
        add(7);
        Delivery first = queue.take();
        queue.awaitOthers(first);
        add(8);
        Delivery second = queue.take();
        first.acknowledge();

        queue.awaitEnd(first);
        queue.awaitOthers(second);

        assertThat(queue.underWay()).isEqualTo(1);
    }

    @Test
    void aRecordThatCameAnotherWayHasNoPlaceAndIsAlwaysOurs() throws Exception {
        ours.set(false);
        queue.add(Message.of(new byte[0]));
        Delivery delivery = queue.take();

        assertThat(delivery.position()).isEmpty();
        assertThat(delivery.writtenAt()).isEmpty();
        assertThat(delivery.isOurs()).isTrue();
    }
}
