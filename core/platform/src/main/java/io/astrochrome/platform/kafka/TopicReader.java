package io.astrochrome.platform.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.SubscriptionPattern;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens consumers of topics that a service may read. Immutable. */
public final class TopicReader {
    private final Map<String, Object> broker;
    private final Set<String> topics;

    TopicReader(Map<String, Object> broker, Set<String> topics) {
        this.broker = ClientSettings.consumer(broker);
        this.topics = topics;
    }

    /** What it reads. */
    public Set<String> topics() {
        return topics;
    }

    /** As {@link #open(Map)}, for somebody who only looks on. */
    public KafkaConsumer<byte[], byte[]> open() {
        return open(Map.of());
    }

    /**
     * Opens a consumer that is assigned or subscribed to these topics alone; the caller closes it. It never sees a record of a
     * transaction that was given up, and one of a transaction that is open when that has ended. Where the settings name no
     * group it only looks on: it belongs to none, commits nothing and makes no topic.
     *
     * @param settings beside those of the connection
     */
    public KafkaConsumer<byte[], byte[]> open(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(broker);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.putAll(settings);
        return new BoundConsumer(all, topics);
    }

    /** A consumer that cannot be led to other topics. */
    private static final class BoundConsumer extends KafkaConsumer<byte[], byte[]> {
        private final Set<String> topics;

        BoundConsumer(Map<String, Object> settings, Set<String> topics) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.topics = topics;
        }

        @Override
        public void assign(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> require(partition.topic()));
            super.assign(partitions);
        }

        @Override
        public void subscribe(Collection<String> wanted) {
            wanted.forEach(this::require);
            super.subscribe(wanted);
        }

        @Override
        public void subscribe(Collection<String> wanted, ConsumerRebalanceListener listener) {
            wanted.forEach(this::require);
            super.subscribe(wanted, listener);
        }

        @Override
        public void subscribe(Pattern pattern) {
            throw byName();
        }

        @Override
        public void subscribe(Pattern pattern, ConsumerRebalanceListener listener) {
            throw byName();
        }

        @Override
        public void subscribe(SubscriptionPattern pattern) {
            throw byName();
        }

        @Override
        public void subscribe(SubscriptionPattern pattern, ConsumerRebalanceListener listener) {
            throw byName();
        }

        private void require(String topic) {
            if (!topics.contains(topic)) {
                throw new IllegalArgumentException(
                        "this consumer was opened for " + topics + ", not for " + topic + ": name all that is read");
            }
        }

        private static UnsupportedOperationException byName() {
            return new UnsupportedOperationException("topics are read by name, so that the table of topics knows them");
        }
    }
}
