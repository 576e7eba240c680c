package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.stream.queue.SourcePosition;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Partitions come and go between instances. Before any goes, the frames under way are finished, for a while, so that the
 * next instance finds them published; when some come, or at start, what the instance before published and had not committed
 * comes again, which is noted with the offsets from which on it comes. What is under way of a partition that has gone is the next
 * instance's: it is not published here. Thread-safe.
 */
@Singleton
@Identifier(Assignments.NAME) public final class Assignments implements KafkaConsumerRebalanceListener {
    /** What the channel's configuration calls it. */
    static final String NAME = "colorize-assignments";

    /** Far below the group's patience with a member that does not poll. */
    private static final Duration FINISHING = Duration.ofSeconds(5);

    /** The broker, whether this instance is still one of the group. */
    private static final Duration ASKING = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Assignments.class);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final Map<Integer, Long> committed = new ConcurrentHashMap<>();
    private final Set<Integer> gone = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Integer> timesGone = new ConcurrentHashMap<>();
    private volatile BooleanSupplier idle = () -> true;

    /** Says how to know that no frame is under way. */
    void finishWhen(BooleanSupplier nothingUnderWay) {
        idle = nothingUnderWay;
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!isMember(consumer, partitions)) {
            onPartitionsLost(consumer, partitions);
            return;
        }
        long deadline = System.nanoTime() + FINISHING.toNanos();
        try {
            while (!idle.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    LOG.info("partitions go to another instance with frames under way, which it colours again");
                    return;
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gone(partitions);
        }
    }

    /**
     * Whether the group still waits for this instance. Who was silent for too long is told that its partitions go when another has
     * them already, and in the same words: what that one may commit, which it committed before, says it.
     */
    private static boolean isMember(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, OffsetAndMetadata> same = new HashMap<>();
            consumer.committed(Set.copyOf(partitions), ASKING).forEach((partition, offset) -> {
                if (offset != null) {
                    same.put(partition, offset);
                }
            });
            consumer.commitSync(same, ASKING);
            return true;
        } catch (KafkaException e) {
            LOG.infof("partitions are another instance's by now, with what is under way of them: %s", e.getMessage());
            return false;
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        gone(partitions);
    }

    /**
     * Tells as long as it is asked whether a record that has come now is still this instance's. One whose partition goes is not, also
     * where that comes back: the record comes again then, with those before it.
     */
    BooleanSupplier tenure(SourcePosition position) {
        int partition = position.partition();
        boolean late = gone.contains(partition);
        int then = timesGone.getOrDefault(partition, 0);
        return () -> !late && !gone.contains(partition) && timesGone.getOrDefault(partition, 0) == then;
    }

    private void gone(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            timesGone.merge(partition.partition(), 1, Integer::sum);
            gone.add(partition.partition());
        });
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            note(consumer, partitions);
            partitions.forEach(partition -> gone.remove(partition.partition()));
            changed.set(true);
        }
    }

    private void note(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> committed.remove(partition.partition()));
        try {
            consumer.committed(Set.copyOf(partitions)).forEach((partition, offset) -> {
                if (offset != null) {
                    committed.put(partition.partition(), offset.offset());
                }
            });
        } catch (KafkaException e) {
            LOG.warnf("what is committed is not known, a frame may be published again: %s", e.getMessage());
        }
    }

    /** From which offset on each partition came when it came last; of one that had no commit nothing. */
    Map<Integer, Long> committed() {
        return Map.copyOf(committed);
    }

    /** Whether partitions have come since the last call. */
    boolean haveChanged() {
        return changed.getAndSet(false);
    }
}
