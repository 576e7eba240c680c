package io.astrochrome.metrics.feed;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Topics;
import io.astrochrome.events.TrainingProgress;
import io.astrochrome.metrics.MetricsConfig;
import io.astrochrome.metrics.kafka.Pulse;
import io.astrochrome.metrics.kafka.UnhurriedFetches;
import io.astrochrome.metrics.meters.QualityMeters;
import io.astrochrome.metrics.meters.TrainingMeters;
import io.astrochrome.metrics.training.TrainingLog;
import io.astrochrome.platform.consumer.ConsumerLoop;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;

/**
 * Reads the log into the {@link Gallery}: its newest part at start, then whatever comes. Belongs to no consumer group and
 * commits nothing, so that every instance shows all frames. When the broker goes away it starts anew; the gallery is
 * idempotent. A record that cannot be read is passed over: the stage whose input it is gives it up.
 */
@ApplicationScoped
public class FeedReader {
    private static final Logger LOG = Logger.getLogger(FeedReader.class);
    private static final Duration POLL = Duration.ofMillis(250);

    /** Nobody sees that a picture comes so much later. */
    private static final Duration UNSEEN = Duration.ofMillis(150);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final MetricsConfig config;
    private final Gallery gallery;
    private final FeedEvents events;
    private final QualityMeters meters;
    private final TrainingLog training;
    private final TrainingMeters trainingMeters;
    private final Traces traces;
    private final Pulse pulse = new Pulse();
    private final ConsumerLoop loop;
    private volatile boolean caughtUp;

    FeedReader(
            MetricsConfig config,
            KafkaClients clients,
            Gallery gallery,
            FeedEvents events,
            QualityMeters meters,
            TrainingLog training,
            TrainingMeters trainingMeters,
            Traces traces) {
        this.config = config;
        this.gallery = gallery;
        this.events = events;
        this.meters = meters;
        this.training = training;
        this.trainingMeters = trainingMeters;
        this.traces = traces;
        this.loop = new ConsumerLoop(
                "feed-reader", clients.reading(new FeedWindow(config.feed()).topics()), settings(), this::follow);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }

    /** How long ago the reader was seen at work. */
    public Duration pulseAge() {
        return pulse.age();
    }

    /** Whether the gallery holds what the log held when the service started. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(UnhurriedFetches.within(UNSEEN));
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        FeedWindow window = new FeedWindow(config.feed());
        long nextLook = System.nanoTime();
        while (loop.isOpen()) {
            if (System.nanoTime() - nextLook >= 0) {
                window.extend(consumer);
                nextLook = System.nanoTime() + (caughtUp ? BETWEEN_LOOKS : BETWEEN_TRIES).toNanos();
            }
            if (consumer.assignment().isEmpty()) {
                loop.pause();
            } else {
                consumer.poll(POLL).forEach(this::take);
                if (!caughtUp && window.isCaughtUp(consumer)) {
                    caughtUp = true;
                    trainingMeters.refresh();
                    LOG.infof(
                            "the feed has %d frames from the log",
                            gallery.newest(item -> true).size());
                }
            }
            pulse.beat();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            switch (record.topic()) {
                case Topics.FRAMES ->
                    gallery.arrived(EventCodec.fromJson(record.value(), FrameIngested.class))
                            .ifPresent(this::changed);
                case Topics.COLORIZED -> coloured(EventCodec.frameColorized(record.value()), record);
                case Topics.QUALITY ->
                    gallery.scored(EventCodec.fromJson(record.value(), FrameScored.class))
                            .ifPresent(this::changed);
                case Topics.TRAINING -> trained(EventCodec.fromJson(record.value(), TrainingProgress.class));
                default -> givenUp(DeadLetterParser.parse(record));
            }
        } catch (EventFormatException e) {
            LOG.debugf("%s-%d at %d is passed over: %s", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private void coloured(FrameColorized colorized, ConsumerRecord<byte[], byte[]> record) {
        gallery.coloured(colorized).ifPresent(item -> {
            if (caughtUp) {
                try (FrameSpan span = traces.stage("page", record.headers())) {
                    span.of(colorized.frame().frameId(), colorized.frame().target());
                    changed(item);
                    meters.shown(colorized, Instant.ofEpochMilli(record.timestamp()));
                }
            }
        });
    }

    private void trained(TrainingProgress progress) {
        training.heard(progress);
        if (caughtUp) {
            trainingMeters.refresh();
            events.tell(new FeedChange.RunHeard(progress.runId()));
        }
    }

    private void givenUp(DeadLetter letter) {
        gallery.givenUp(letter).ifPresent(known -> {
            letter.stages().forEach(stage -> meters.deadLetter(stage, letter.topic()));
            events.tell(new FeedChange.LetterFound(known));
        });
    }

    private void changed(FeedItem item) {
        if (caughtUp) {
            events.tell(new FeedChange.ItemChanged(item));
        }
    }
}
