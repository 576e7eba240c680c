package io.astrochrome.metrics.web;

import static org.awaitility.Awaitility.await;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Topics;
import io.astrochrome.metrics.observatory.ObservatoryConfig;
import io.astrochrome.metrics.observatory.feed.FeedEvents;
import io.astrochrome.metrics.observatory.feed.FeedReader;
import io.astrochrome.metrics.observatory.feed.Gallery;
import io.astrochrome.metrics.observatory.meters.PageMeters;
import io.astrochrome.metrics.observatory.meters.TrainingMeters;
import io.astrochrome.metrics.observatory.nights.NightLog;
import io.astrochrome.metrics.observatory.training.TrainingRuns;
import io.astrochrome.metrics.registry.retraining.ScoreFollower;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogFollower;
import io.astrochrome.platform.log.LogSettings;
import io.astrochrome.platform.tracing.Traces;
import io.astrochrome.testkit.TopicProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the log once more into a gallery of its own, as a restarted service does. */
@ApplicationScoped
public class FeedRebuild {
    private final ObservatoryConfig config;
    private final KafkaClients clients;
    private final PageMeters meters;
    private final TrainingMeters trainingMeters;
    private final ScoreFollower quality;

    FeedRebuild(
            ObservatoryConfig config,
            KafkaClients clients,
            PageMeters meters,
            TrainingMeters trainingMeters,
            ScoreFollower quality) {
        this.config = config;
        this.clients = clients;
        this.meters = meters;
        this.trainingMeters = trainingMeters;
        this.quality = quality;
    }

    /** The gallery when all that the log held has been read. */
    public Gallery fromTheLog() {
        Gallery gallery = new Gallery(config.feed().frames(), config.feed().deadLetters());
        FeedReader reader = new FeedReader(
                config,
                clients,
                gallery,
                new FeedEvents(),
                meters,
                new TrainingRuns(1),
                trainingMeters,
                quality,
                new NightLog(),
                Traces.off());
        LogFollower scores = new LogFollower(
                "scores", clients.reading(Topics.QUALITY), LogSettings.DEFAULT, record -> take(record, gallery));
        scores.start();
        reader.start(new StartupEvent());
        await("the log is read").atMost(TopicProbe.PATIENCE).until(() -> reader.isCaughtUp() && scores.isCaughtUp());
        scores.close();
        reader.stop(new ShutdownEvent());
        return gallery;
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Gallery gallery) {
        try {
            gallery.scored(EventCodec.fromJson(record.value(), FrameScored.class));
        } catch (EventFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
