package io.astrochrome.metrics.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** A consumer's settings with which several records cost one answer of the broker where many come, and not each its own. */
public final class UnhurriedFetches {
    /** What is worth a broker's answer before its time. */
    private static final int FETCH_BYTES = 1 << 20;

    /** As long as Kafka's own consumers let a broker wait. */
    private static final Duration UNHURRIED = Duration.ofMillis(500);

    private UnhurriedFetches() {}

    /** For a reader that nobody waits for: it hears of a record within half a second. */
    public static Map<String, Object> withinHalfASecond() {
        return within(UNHURRIED);
    }

    /** For a reader that may hear of a record a little later. */
    public static Map<String, Object> within(Duration atMostLater) {
        return Map.of(
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Math.toIntExact(atMostLater.toMillis()));
    }
}
