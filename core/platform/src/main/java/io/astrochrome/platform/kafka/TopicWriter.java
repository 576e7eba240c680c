package io.astrochrome.platform.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Opens producers for topics that a service may write. Immutable. */
public final class TopicWriter {
    private final Map<String, Object> broker;
    private final Set<String> topics;

    TopicWriter(Map<String, Object> broker, Set<String> topics) {
        this.broker = ClientSettings.producer(broker);
        this.topics = topics;
    }

    /**
     * Opens a producer that sends to these topics alone; the caller closes it.
     *
     * @param keys how keys are written
     * @param settings beside those of the connection
     */
    public <K> KafkaProducer<K, byte[]> open(Serializer<K> keys, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(broker);
        all.putAll(settings);
        return new BoundProducer<>(all, keys, topics);
    }

    /** A producer that cannot be led to other topics. */
    private static final class BoundProducer<K> extends KafkaProducer<K, byte[]> {
        private final Set<String> topics;

        BoundProducer(Map<String, Object> settings, Serializer<K> keys, Set<String> topics) {
            super(settings, keys, new ByteArraySerializer());
            this.topics = topics;
        }

        /** The one-argument form comes here as well. */
        @Override
        public Future<RecordMetadata> send(ProducerRecord<K, byte[]> record, Callback callback) {
            if (!topics.contains(record.topic())) {
                throw new IllegalArgumentException("this producer was opened for " + topics + ", not for "
                        + record.topic() + ": name all that is written");
            }
            return super.send(record, callback);
        }
    }
}
