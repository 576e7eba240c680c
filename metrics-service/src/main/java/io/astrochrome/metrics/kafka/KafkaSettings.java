package io.astrochrome.metrics.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The settings that all of this service's Kafka clients share: everything under {@code kafka.*}, and fetches that hold at
 * most a few records of the greatest size, so that a backlog does not fill the heap.
 */
@ApplicationScoped
public class KafkaSettings {
    private static final int RECORDS_IN_A_FETCH = 2;

    private final Map<String, Object> common;
    private final int maxMessageBytes;

    KafkaSettings(
            @Identifier("default-kafka-broker") Map<String, Object> common,
            @ConfigProperty(name = "astrochrome.kafka.max-message-bytes", defaultValue = "4194304")
                    int maxMessageBytes) {
        this.common = Map.copyOf(common);
        this.maxMessageBytes = maxMessageBytes;
    }

    /** How to reach the broker. */
    public Map<String, Object> connection() {
        return new HashMap<>(common);
    }

    /** A consumer's settings, less group and deserialisers. */
    public Map<String, Object> consumer() {
        Map<String, Object> settings = connection();
        settings.putAll(fetches());
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /** A consumer's limits on what one fetch brings. */
    public Map<String, Object> fetches() {
        return Map.of(
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                RECORDS_IN_A_FETCH * maxMessageBytes,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                maxMessageBytes);
    }

    /** The largest record that a topic takes. */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }
}
