package io.astrochrome.platform.log;

import io.astrochrome.platform.consumer.ConsumerLoop;
import io.astrochrome.platform.kafka.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Reads what topics hold and what comes, on a thread of its own: each record once, in the order of its partition. Belongs to
 * no group and commits nothing, so that every instance sees all. When the broker goes away it goes on where it was; topics
 * and partitions that do not exist yet are read when they do.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final String name;
    private final Set<String> topics;
    private final LogListener listener;
    private final ConsumerLoop loop;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> goals = new HashMap<>();
    private LogStart start = LogStart.BEGINNING;
    private Set<String> awaited;
    private volatile boolean caughtUp;
    private volatile long lastLookNanos = System.nanoTime();

    /**
     * A follower that is not started yet, of all that the topics hold.
     *
     * @param name its thread's, and that in the log
     */
    public LogFollower(String name, TopicReader reader, LogSettings settings, LogListener listener) {
        this.name = name;
        this.topics = reader.topics();
        this.awaited = topics;
        this.listener = listener;
        this.loop = new ConsumerLoop(name, reader, settings.consumer("earliest"), this::run);
    }

    /** Has it begin elsewhere than at the log's beginning; to be called before it is started. */
    public LogFollower from(LogStart place) {
        start = place;
        return this;
    }

    /** Has it wait for these topics alone until it has caught up; to be called before it is started. */
    public LogFollower awaiting(Set<String> needed) {
        awaited = Set.copyOf(needed);
        return this;
    }

    /** Begins to read. */
    public void start() {
        loop.start();
    }

    /** Whether all that the log held when its topics were found has been read; from then on so. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** How long ago it last looked for records; long where its listener, or the broker, keeps it. */
    public Duration idleTime() {
        return Duration.ofNanos(System.nanoTime() - lastLookNanos);
    }

    /** Whether it is not closed. */
    public boolean isOpen() {
        return loop.isOpen();
    }

    /** For its listener: waits a second, or until it is closed. */
    public void pause() {
        loop.pause();
    }

    private void run(KafkaConsumer<byte[], byte[]> consumer) {
        try {
            follow(consumer);
        } catch (AuthorizationException e) {
            listener.refused(e);
            loop.pause();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        goals.clear();
        boolean complete = false;
        long nextLook = System.nanoTime();
        while (loop.isOpen()) {
            if (System.nanoTime() - nextLook >= 0) {
                extend(consumer);
                complete = topicsOf(consumer).containsAll(awaited);
                boolean settled = caughtUp && !consumer.assignment().isEmpty();
                nextLook = System.nanoTime() + (settled ? BETWEEN_LOOKS : BETWEEN_TRIES).toNanos();
            }
            boolean reads = !consumer.assignment().isEmpty();
            if (reads) {
                consumer.poll(POLL).forEach(this::take);
            }
            goals.entrySet().removeIf(goal -> consumer.position(goal.getKey()) >= goal.getValue());
            if (complete && goals.isEmpty()) {
                caughtUp = true;
            }
            lastLookNanos = System.nanoTime();
            listener.looked(goals.isEmpty());
            if (!reads) {
                loop.pause();
            }
        }
    }

    private static Set<String> topicsOf(KafkaConsumer<?, ?> consumer) {
        Set<String> found = new HashSet<>();
        consumer.assignment().forEach(partition -> found.add(partition.topic()));
        return found;
    }

    private void extend(KafkaConsumer<?, ?> consumer) {
        Set<TopicPartition> fresh = new HashSet<>(LogPartitions.of(consumer, topics));
        fresh.removeAll(consumer.assignment());
        if (fresh.isEmpty()) {
            return;
        }
        Set<TopicPartition> all = new HashSet<>(consumer.assignment());
        all.addAll(fresh);
        consumer.assign(all);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(fresh);
        Map<TopicPartition, Long> end = consumer.endOffsets(fresh);
        for (TopicPartition partition : fresh) {
            Long before = next.get(partition);
            long place = before == null
                    ? start.of(
                            partition.topic(),
                            LogPartitions.offset(first, partition),
                            LogPartitions.offset(end, partition))
                    : before;
            consumer.seek(partition, Math.max(LogPartitions.offset(first, partition), place));
            goals.put(partition, LogPartitions.offset(end, partition));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        try {
            listener.take(record);
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s passes over %s-%d at %d", name, record.topic(), record.partition(), record.offset());
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
