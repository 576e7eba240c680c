package io.astrochrome.metrics.retraining;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Topics;
import io.astrochrome.metrics.kafka.LogFollower;
import io.astrochrome.metrics.kafka.UnhurriedFetches;
import io.astrochrome.platform.kafka.KafkaClients;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Keeps the newest scores of every instance's frames. */
@ApplicationScoped
class QualityFollower {
    private static final Logger LOG = Logger.getLogger(QualityFollower.class);

    private final ScoreLedger scores = new ScoreLedger();
    private final LogFollower follower;

    QualityFollower(KafkaClients clients) {
        follower = new LogFollower(
                "quality-follower", clients.reading(Topics.QUALITY), UnhurriedFetches.withinHalfASecond(), this::take);
    }

    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            scores.take(EventCodec.fromJson(record.value(), FrameScored.class));
        } catch (EventFormatException e) {
            LOG.debugf("a score at %d is passed over: %s", record.offset(), e.getMessage());
        }
    }

    boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    ScoreLedger scores() {
        return scores;
    }
}
