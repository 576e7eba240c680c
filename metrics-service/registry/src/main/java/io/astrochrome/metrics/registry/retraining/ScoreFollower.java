package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Topics;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.log.LogFollower;
import io.astrochrome.platform.log.LogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Reads scores of every instance's frames, for all of this service: fires each as an event, and keeps the newest.
 */
@ApplicationScoped
public class ScoreFollower {
    private static final Logger LOG = Logger.getLogger(ScoreFollower.class);

    /** Nobody sees that a score comes so much later. */
    private static final Duration UNSEEN = Duration.ofMillis(150);

    private final ScoreHistory scores = new ScoreHistory();
    private final Event<FrameScored> listeners;
    private final LogFollower follower;

    ScoreFollower(KafkaClients clients, Event<FrameScored> listeners) {
        this.listeners = listeners;
        follower = new LogFollower(
                "score-follower", clients.reading(Topics.QUALITY), LogSettings.DEFAULT.fetchDelay(UNSEEN), this::take);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            FrameScored score = EventCodec.fromJson(record.value(), FrameScored.class);
            scores.take(score);
            listeners.fire(score);
        } catch (EventFormatException e) {
            LOG.debugf("a score at %d is passed over: %s", record.offset(), e.getMessage());
        }
    }

    /** Whether all that was in the log when the service started has been read. */
    public boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    ScoreHistory scores() {
        return scores;
    }
}
