package io.astrochrome.metrics.scoring;

import io.astrochrome.metrics.MetricsConfig;
import io.astrochrome.metrics.kafka.KafkaSettings;
import io.astrochrome.metrics.kafka.Pulse;
import io.astrochrome.metrics.meters.QualityMeters;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;

/**
 * Runs the scoring stream from start to stop of the service. It waits for its topics; a thread that dies (the broker went
 * away for longer than the clients' patience) is replaced, and what it had not committed is done again.
 */
@ApplicationScoped
public class ScoringStream {
    private static final Logger LOG = Logger.getLogger(ScoringStream.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    /** Records are large: a few for each partition keep the thread busy. */
    private static final int BUFFERED_RECORDS = 4;

    private final MetricsConfig config;
    private final KafkaSettings kafka;
    private final QualityMeters meters;
    private final Pulse pulse = new Pulse();
    private volatile ScoringRun run;

    ScoringStream(MetricsConfig config, KafkaSettings kafka, QualityMeters meters) {
        this.config = config;
        this.kafka = kafka;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        run = new ScoringRun(kafka.connection(), this::open);
        run.start();
    }

    void stop(@Observes ShutdownEvent event) {
        run.close(STOP_PATIENCE);
    }

    /** How long ago the stream's thread was seen at work. */
    public Duration pulseAge() {
        return pulse.age();
    }

    /** Whether there is work that the thread should be seen at; not so before the topics exist. */
    public boolean isAtWork() {
        return run.isAtWork();
    }

    /** Whether it has given up for good. */
    public boolean hasFailed() {
        return run.hasFailed();
    }

    private KafkaStreams open() {
        Topology topology = ScoringTopology.of(
                () -> new ScoringProcessor(
                        () -> new LogReader(kafka.consumer()), kafka.maxMessageBytes(), meters::scored, pulse::beat),
                config.scoring().rememberedFrames());
        KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(settings()));
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("scoring stopped; a new thread takes over", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        return streams;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = kafka.connection();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, config.scoring().applicationId());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                config.scoring().stateDirectory().toAbsolutePath().toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), kafka.maxMessageBytes());
        kafka.fetches().forEach((key, value) -> settings.put(StreamsConfig.mainConsumerPrefix(key), value));
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2 * BUFFERED_RECORDS);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return settings;
    }
}
