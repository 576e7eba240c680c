package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Topics;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.training.TrainingProgress;
import io.astrochrome.metrics.observatory.ObservatoryConfig;
import io.astrochrome.metrics.observatory.meters.PageMeters;
import io.astrochrome.metrics.observatory.meters.TrainingMeters;
import io.astrochrome.metrics.observatory.nights.NightLog;
import io.astrochrome.metrics.observatory.training.TrainingRuns;
import io.astrochrome.metrics.registry.retraining.ScoreFollower;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogFollower;
import io.astrochrome.platform.log.LogListener;
import io.astrochrome.platform.log.LogSettings;
import io.astrochrome.platform.log.LogStart;
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
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Reads the log into the {@link Gallery}: its newest part at start, then whatever comes; scores come from whoever reads them
 * for all. Every instance shows all frames. A record that cannot be read is passed over: the stage whose input it is gives
 * it up.
 */
@ApplicationScoped
public class FeedReader {
    private static final Logger LOG = Logger.getLogger(FeedReader.class);
    /** Nobody sees that a picture comes so much later. */
    private static final Duration UNSEEN = Duration.ofMillis(150);

    /** Of each partition: the exposures of some nights. */
    private static final int SUBS = 5000;

    /** Of each partition: the curves of some days' runs. */
    private static final int TRAINING_EVENTS = 4000;

    private final Gallery gallery;
    private final FeedEvents events;
    private final PageMeters meters;
    private final TrainingRuns training;
    private final TrainingMeters trainingMeters;
    private final Traces traces;
    private final ScoreFollower quality;
    private final NightLog nights;
    private final LogFollower follower;
    private volatile boolean caughtUp;

    /** A reader that is not started yet. */
    public FeedReader(
            ObservatoryConfig config,
            KafkaClients clients,
            Gallery gallery,
            FeedEvents events,
            PageMeters meters,
            TrainingRuns training,
            TrainingMeters trainingMeters,
            ScoreFollower quality,
            NightLog nights,
            Traces traces) {
        this.gallery = gallery;
        this.events = events;
        this.meters = meters;
        this.training = training;
        this.trainingMeters = trainingMeters;
        this.traces = traces;
        this.quality = quality;
        this.nights = nights;
        Map<String, Integer> records = newest(config.feed());
        this.follower = new LogFollower(
                        "feed-reader",
                        clients.reading(records.keySet()),
                        LogSettings.DEFAULT.fetchDelay(UNSEEN),
                        new Listener())
                .from(LogStart.newest(records))
                .awaiting(Set.of(Topics.COLORIZED));
    }

    /** How many of the newest records of each partition the feed is made of. */
    private static Map<String, Integer> newest(ObservatoryConfig.Feed config) {
        Map<String, Integer> records = new HashMap<>();
        records.put(Topics.FRAMES, 2 * config.frames());
        records.put(Topics.COLORIZED, config.frames());
        records.put(Topics.SUBS, SUBS);
        records.put(Topics.TRAINING, TRAINING_EVENTS);
        Topics.ALL.forEach(topic -> records.put(Topics.deadLetter(topic), config.deadLetters()));
        return records;
    }

    /** Begins to read. */
    public void start(@Observes StartupEvent event) {
        follower.start();
    }

    /** Reads no more. */
    public void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    /** How long ago the reader was seen at work. */
    public Duration idleTime() {
        return follower.idleTime();
    }

    /** Whether the gallery holds what the log held when the service started. */
    public boolean isCaughtUp() {
        return caughtUp && quality.isCaughtUp();
    }

    /** Hears the log. */
    private final class Listener implements LogListener {
        @Override
        public void take(ConsumerRecord<byte[], byte[]> record) {
            FeedReader.this.take(record);
        }

        @Override
        public void looked(boolean upToDate) {
            if (!caughtUp && follower.isCaughtUp()) {
                caughtUp = true;
                trainingMeters.refresh();
                LOG.infof(
                        "the feed has %d frames from the log",
                        gallery.newest(item -> true).size());
            }
        }
    }

    void scored(@Observes FrameScored score) {
        gallery.scored(score).ifPresent(this::changed);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            switch (record.topic()) {
                case Topics.FRAMES ->
                    gallery.arrived(EventCodec.fromJson(record.value(), FrameIngested.class))
                            .ifPresent(this::changed);
                case Topics.COLORIZED -> coloured(EventCodec.frameColorized(record.value()), record);
                case Topics.SUBS -> judged(EventCodec.fromJson(record.value(), SubJudged.class));
                case Topics.TRAINING -> trained(EventCodec.fromJson(record.value(), TrainingProgress.class));
                default -> givenUp(DeadLetterParser.parse(record));
            }
        } catch (EventFormatException e) {
            LOG.debugf("%s-%d at %d is passed over: %s", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private void judged(SubJudged sub) {
        gallery.judged(sub);
        nights.heard(sub);
        if (caughtUp) {
            events.tell(new FeedChange.SubHeard(sub));
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
