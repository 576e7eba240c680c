package io.astrochrome.metrics.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The settings that all of this service's Kafka clients share: everything under {@code kafka.*}. */
@ApplicationScoped
public class KafkaSettings {
    /** What is worth a broker's answer before its time. */
    private static final int FETCH_BYTES = 1 << 20;

    /** As long as Kafka's own consumers let a broker wait. */
    private static final Duration UNHURRIED = Duration.ofMillis(500);

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

    /** As {@link #onlooker}, for a reader that nobody waits for: it hears of a record within half a second. */
    public Map<String, Object> unhurriedOnlooker() {
        return onlooker(UNHURRIED);
    }

    /** As {@link #onlooker}, for a reader that may hear of a record a little later. */
    public Map<String, Object> onlooker(Duration atMostLater) {
        Map<String, Object> settings = onlooker();
        settings.putAll(several(atMostLater));
        return settings;
    }

    /** A consumer's settings with which several records cost one answer of the broker where many come, and not each its own. */
    public static Map<String, Object> several(Duration atMostLater) {
        return Map.of(
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Math.toIntExact(atMostLater.toMillis()));
    }
}
