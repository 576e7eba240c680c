package io.astrochrome.platform.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How the log is read.
 *
 * @param fetchDelay how much later than it was written a record may come, so that several cost one answer of the broker
 *     where many come, and not each its own
 * @param timeout how long to wait for an answer of the broker
 */
public record LogSettings(Duration fetchDelay, Duration timeout) {
    /** Every record at once. */
    public static final LogSettings DEFAULT = new LogSettings(Duration.ZERO, Duration.ofSeconds(20));

    /** For readers that nobody waits for; as long as Kafka's own consumers let a broker wait. */
    public static final LogSettings UNHURRIED = DEFAULT.fetchDelay(Duration.ofMillis(500));

    /** What is worth a broker's answer before its time. */
    private static final int FETCH_BYTES = 1 << 20;

    /** Tensors are half a megabyte each. */
    private static final int RECORDS_A_POLL = 16;

    /** With another delay. */
    public LogSettings fetchDelay(Duration other) {
        return new LogSettings(other, timeout);
    }

    /** With another timeout. */
    public LogSettings timeout(Duration other) {
        return new LogSettings(fetchDelay, other);
    }

    /** The settings of any consumer that may hear of a record so much later; at least a millisecond. */
    public static Map<String, Object> fetchesWithin(Duration delay) {
        return Map.of(
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Math.toIntExact(delay.toMillis()));
    }

    /**
     * Those of a consumer.
     *
     * @param lost what it does where the log no longer holds its place: {@code earliest} or {@code none}
     */
    Map<String, Object> consumer(String lost) {
        Map<String, Object> settings = new HashMap<>();
        if (fetchDelay.toMillis() > 0) {
            settings.putAll(fetchesWithin(fetchDelay));
        }
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, lost);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_POLL);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
        return settings;
    }
}
