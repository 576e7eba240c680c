package io.astrochrome.metrics.registry.events;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicWriter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes the few events that must not be lost: it returns when the broker has them. Thread-safe. */
@ApplicationScoped
public class EventWriter {
    private static final String SOURCE = "metrics-service";
    private static final int TIMEOUT_MILLIS = 20_000;

    private final TopicWriter topics;
    private @Nullable KafkaProducer<String, byte[]> producer;

    EventWriter(KafkaClients clients) {
        this.topics = clients.writing(Topics.MODELS, Topics.MODEL_DECISIONS, Topics.RETRAIN_REQUESTS);
    }

    /**
     * Writes an event.
     *
     * @param topic {@code models.v1}, {@code model-decisions.v1} or {@code retrain-requests.v1}
     * @param id the same for the same event
     * @throws KafkaException where the broker has not confirmed it in time; it may have it all the same
     */
    public void write(String topic, EventType type, String id, String key, Record event) {
        try {
            producer()
                    .send(CloudEvents.record(topic, type, SOURCE, id, key, EventCodec.toJson(event)))
                    .get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw new KafkaException(topic + " does not take an event: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing to " + topic, e);
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>();
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            producer = topics.open(new StringSerializer(), settings);
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
