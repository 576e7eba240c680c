package io.astrochrome.metrics.scoring;

import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicReader;
import io.astrochrome.platform.log.LogReader;
import io.astrochrome.platform.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the scoring stream from start to stop of the service. It waits for its topics; a thread that dies (the broker went
 * away for longer than the clients' timeout) is replaced, and what it had not committed is done again.
 */
@ApplicationScoped
public class ScoringStream {
    private static final Logger LOG = Logger.getLogger(ScoringStream.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_THREADS = Duration.ofSeconds(1);

    private final ScoringConfig config;
    private final KafkaClients clients;
    private final TopicReader sources;
    private final ScoreMeters meters;
    private final MeterRegistry registry;
    private final Traces traces;
    private final Heartbeat heartbeat = new Heartbeat();
    private volatile @Nullable ScoringRun run;
    private volatile @Nullable KafkaStreamsMetrics clientMeters;

    ScoringStream(
            ScoringConfig config, KafkaClients clients, ScoreMeters meters, MeterRegistry registry, Traces traces) {
        this.config = config;
        this.clients = clients;
        this.sources = clients.reading(ScoringTopology.SOURCES);
        this.meters = meters;
        this.registry = registry;
        this.traces = traces;
    }

    /** Waits for the topics, and begins. */
    public void start(@Observes StartupEvent event) {
        ScoringRun begun = new ScoringRun(clients, this::open);
        run = begun;
        begun.start();
    }

    /** Ends; what is under way is finished first. */
    public void stop(@Observes ShutdownEvent event) {
        ScoringRun begun = run;
        if (begun != null) {
            begun.close(STOP_TIMEOUT);
        }
        KafkaStreamsMetrics bound = clientMeters;
        if (bound != null) {
            bound.close();
        }
    }

    /** How long ago the stream's thread was seen at work. */
    public Duration idleTime() {
        return heartbeat.age();
    }

    /** Whether there is work that the thread should be seen at; not so before the topics exist. */
    public boolean isAtWork() {
        ScoringRun current = run;
        return current != null && current.isAtWork();
    }

    /** Whether it has given up for good. */
    public boolean hasFailed() {
        ScoringRun current = run;
        return current != null && current.hasFailed();
    }

    private KafkaStreams open() {
        Topology topology = ScoringTopology.of(
                () -> new ScoringProcessor(() -> new LogReader(sources), meters, traces, heartbeat::beat),
                config.rememberedFrames());
        KafkaStreams streams = TopicStreams.of(
                clients, topology, ScoringTopology.DEAD_LETTERS, ScoringSettings.of(clients.broker(), config));
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("scoring stopped; a new thread takes over", failure);
            LockSupport.parkNanos(BETWEEN_THREADS.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        KafkaStreamsMetrics bound = new KafkaStreamsMetrics(streams);
        clientMeters = bound;
        bound.bindTo(registry);
        return streams;
    }
}
