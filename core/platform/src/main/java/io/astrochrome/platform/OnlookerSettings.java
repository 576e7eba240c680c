package io.astrochrome.platform;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Settings of a Kafka consumer that only looks on: it belongs to no group, commits nothing and makes no topic. */
public final class OnlookerSettings {
    private OnlookerSettings() {}

    /**
     * Of a service's connection; what is not a consumer's is left out.
     *
     * @param broker how to reach it, as the Kafka client is configured
     */
    public static Map<String, Object> of(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().removeIf(key -> !ConsumerConfig.configNames().contains(key));
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
