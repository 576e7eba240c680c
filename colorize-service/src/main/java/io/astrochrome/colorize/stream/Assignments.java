package io.astrochrome.colorize.stream;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Partitions come and go between instances. Before any goes, the frames under way are finished, for a while, so that the
 * next instance finds them published; when some come, or at start, what the instance before published and had not committed
 * comes again, which is noted. Thread-safe.
 */
@Singleton
@Identifier(Assignments.NAME) public final class Assignments implements KafkaConsumerRebalanceListener {
    /** What the channel's configuration calls it. */
    static final String NAME = "colorize-assignments";

    /** Far below the group's patience with a member that does not poll. */
    private static final Duration FINISHING = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger(Assignments.class);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final AtomicReference<BooleanSupplier> idle = new AtomicReference<>(() -> true);

    /** Says how to know that no frame is under way. */
    void finishWhen(BooleanSupplier nothingUnderWay) {
        idle.set(nothingUnderWay);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        long deadline = System.nanoTime() + FINISHING.toNanos();
        try {
            while (!idle.get().getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    LOG.warn("partitions go to another instance with frames under way; some may be published twice");
                    return;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            changed.set(true);
        }
    }

    /** Whether partitions have come since the last call. */
    boolean haveChanged() {
        return changed.getAndSet(false);
    }
}
