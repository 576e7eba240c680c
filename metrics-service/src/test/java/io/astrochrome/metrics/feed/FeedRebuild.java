package io.astrochrome.metrics.feed;

import io.astrochrome.metrics.MetricsConfig;
import io.astrochrome.metrics.meters.QualityMeters;
import io.astrochrome.metrics.meters.TrainingMeters;
import io.astrochrome.metrics.training.TrainingLog;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.tracing.Traces;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.assertj.core.api.Assertions;

/** Reads the log once more into a gallery of its own, as a restarted service does. */
@ApplicationScoped
public class FeedRebuild {
    private final MetricsConfig config;
    private final KafkaClients clients;
    private final QualityMeters meters;
    private final TrainingMeters trainingMeters;

    FeedRebuild(MetricsConfig config, KafkaClients clients, QualityMeters meters, TrainingMeters trainingMeters) {
        this.config = config;
        this.clients = clients;
        this.meters = meters;
        this.trainingMeters = trainingMeters;
    }

    /** The gallery when all that the log held has been read. */
    public Gallery fromTheLog() {
        Gallery gallery = new Gallery(config.feed().frames(), config.feed().deadLetters());
        FeedReader reader = new FeedReader(
                config, clients, gallery, new FeedEvents(), meters, new TrainingLog(1), trainingMeters, Traces.off());
        reader.start(new StartupEvent());
        Instant deadline = Instant.now().plusSeconds(30);
        try {
            while (!reader.isCaughtUp()) {
                Assertions.assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(50);
            }
            reader.stop(new ShutdownEvent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return gallery;
    }
}
