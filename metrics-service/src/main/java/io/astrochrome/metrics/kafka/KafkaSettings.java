package io.astrochrome.metrics.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The settings that all of this service's Kafka clients share: everything under {@code kafka.*}. */
@ApplicationScoped
public class KafkaSettings {
    /** What is worth a broker's answer to somebody who is in no hurry. */
    private static final int UNHURRIED_FETCH_BYTES = 1 << 20;

    private final Map<String, Object> common;

    KafkaSettings(@Identifier("default-kafka-broker") Map<String, Object> common) {
        this.common = Map.copyOf(common);
    }

    /** A client's settings, to add to. */
    public Map<String, Object> client() {
        return new HashMap<>(common);
    }

    /** The settings of a consumer that belongs to no group and commits nothing. */
    public Map<String, Object> onlooker() {
        Map<String, Object> settings = client();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /**
     * As {@link #onlooker}, for a reader that nobody waits for: it hears of a record at once where many come, else within
     * the half second that is Kafka's {@code fetch.max.wait.ms}, and costs the broker no answer for each.
     */
    public Map<String, Object> unhurriedOnlooker() {
        Map<String, Object> settings = onlooker();
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, UNHURRIED_FETCH_BYTES);
        return settings;
    }
}
