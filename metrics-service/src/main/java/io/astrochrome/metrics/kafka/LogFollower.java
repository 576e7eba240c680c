package io.astrochrome.metrics.kafka;

import io.astrochrome.platform.consumer.ConsumerLoop;
import io.astrochrome.platform.kafka.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads topics from their beginning and on, on a thread of its own: each record once, in the order of its partition. Belongs
 * to no group and commits nothing, so that every instance sees all. When the broker goes away it goes on where it was; topics
 * that do not exist yet are waited for.
 */
public final class LogFollower implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    /** Tensors are half a megabyte each. */
    private static final int RECORDS_A_POLL = 16;

    private final String name;
    private final Set<String> topics;
    private final Consumer<ConsumerRecord<byte[], byte[]>> each;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<TopicPartition, Long> goals = new HashMap<>();
    private final ConsumerLoop loop;
    private volatile boolean caughtUp;

    /**
     * A follower that is not started yet.
     *
     * @param reader of the topics
     * @param more settings of the consumer
     * @param each takes a record, on the follower's thread; what it throws is logged, and the next record is taken
     */
    public LogFollower(
            String name, TopicReader reader, Map<String, Object> more, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        this.name = name;
        this.topics = reader.topics();
        this.each = each;
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_POLL);
        this.loop = new ConsumerLoop(name, reader, settings, this::follow);
    }

    /** Begins to read. */
    public void start() {
        loop.start();
    }

    /** Whether all that the log held when its topics were found has been read. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        long nextLook = System.nanoTime();
        while (loop.isOpen()) {
            if (System.nanoTime() - nextLook >= 0) {
                extend(consumer);
                nextLook = System.nanoTime() + (caughtUp ? BETWEEN_LOOKS : BETWEEN_TRIES).toNanos();
            }
            if (consumer.assignment().isEmpty()) {
                loop.pause();
                continue;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                take(record);
            }
            goals.entrySet().removeIf(goal -> consumer.position(goal.getKey()) >= goal.getValue());
            if (!caughtUp && goals.isEmpty() && topicsOf(consumer).equals(topics)) {
                caughtUp = true;
            }
        }
    }

    private static Set<String> topicsOf(KafkaConsumer<?, ?> consumer) {
        Set<String> found = new HashSet<>();
        consumer.assignment().forEach(partition -> found.add(partition.topic()));
        return found;
    }

    private void extend(KafkaConsumer<?, ?> consumer) {
        Set<TopicPartition> fresh = new HashSet<>();
        consumer.listTopics().forEach((topic, partitions) -> {
            if (topics.contains(topic)) {
                partitions.forEach(info -> fresh.add(new TopicPartition(topic, info.partition())));
            }
        });
        fresh.removeAll(consumer.assignment());
        if (fresh.isEmpty()) {
            return;
        }
        Set<TopicPartition> all = new HashSet<>(consumer.assignment());
        all.addAll(fresh);
        consumer.assign(all);
        Map<TopicPartition, Long> first = consumer.beginningOffsets(fresh);
        goals.putAll(consumer.endOffsets(fresh));
        for (TopicPartition partition : fresh) {
            consumer.seek(partition, Math.max(first.get(partition), next.getOrDefault(partition, 0L)));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        try {
            each.accept(record);
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s passes over %s-%d at %d", name, record.topic(), record.partition(), record.offset());
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
