package io.astrochrome.metrics.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.astrochrome.platform.log.LogSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings: little memory, and work taken up at once after a restart. */
final class ScoringSettings {
    /** Records are large: a few for each partition keep the thread busy. */
    private static final int BUFFERED_RECORDS = 4;

    /** Consumer group, and prefix of the changelog topics; the table of topics knows it. */
    private static final String APPLICATION_ID = "metrics-service";

    private static final int COMMIT_INTERVAL_MILLIS = 1000;

    /** A score may come so much after its picture. */
    private static final Duration LATER = Duration.ofMillis(250);

    /** After this long another instance takes over from one that is gone. */
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;

    private ScoringSettings() {}

    /**
     * All settings.
     *
     * @param client how to reach the broker
     */
    static Map<String, Object> of(Map<String, Object> client, ScoringConfig config) {
        Path stateDirectory = config.stateDirectory().toAbsolutePath().normalize();
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MILLIS);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2 * BUFFERED_RECORDS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance(stateDirectory));
        LogSettings.fetchesWithin(LATER)
                .forEach((name, value) -> settings.put(StreamsConfig.mainConsumerPrefix(name), value));
        return settings;
    }

    /**
     * The same for the same folder of the same host, which one instance at a time can lock: the group takes a restarted
     * instance for the one that it knows, and does not wait for that one's session to end.
     */
    private static String instance(Path stateDirectory) {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "localhost";
        }
        return "metrics-" + UUID.nameUUIDFromBytes((host + ":" + stateDirectory).getBytes(UTF_8));
    }
}
