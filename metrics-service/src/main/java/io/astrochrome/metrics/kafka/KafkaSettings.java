package io.astrochrome.metrics.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The settings that all of this service's Kafka clients share: everything under {@code kafka.*}. */
@ApplicationScoped
public class KafkaSettings {
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
}
