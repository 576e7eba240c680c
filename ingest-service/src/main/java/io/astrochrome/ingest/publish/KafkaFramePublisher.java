package io.astrochrome.ingest.publish;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.ingest.IngestConfig;
import io.astrochrome.ingest.intake.FramePublisher;
import io.astrochrome.ingest.intake.PublishFailedException;
import io.astrochrome.platform.CloudEvents;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Publishes to {@code frames.v1}, keyed by target, and waits until every replica that must have the event has it. */
@ApplicationScoped
class KafkaFramePublisher implements FramePublisher {
    static final String CHANNEL = "frames-out";
    private static final String SOURCE = "ingest-service";

    private final MutinyEmitter<byte[]> emitter;
    private final Duration timeout;

    KafkaFramePublisher(@Channel(CHANNEL) MutinyEmitter<byte[]> emitter, IngestConfig config) {
        this.emitter = emitter;
        this.timeout = config.publishTimeout();
    }

    @Override
    public void publish(FrameIngested event) throws PublishFailedException {
        var message = CloudEvents.message(
                EventType.FRAME_INGESTED, SOURCE, event.frameId(), event.target(), EventCodec.toJson(event));
        try {
            emitter.sendMessage(message).await().atMost(timeout);
        } catch (RuntimeException e) { // whatever the client threw, wrapped or not
            throw new PublishFailedException("Kafka has not acknowledged the frame: " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable e) {
        return e.getCause() == null || e.getCause() == e ? e.toString() : rootMessage(e.getCause());
    }
}
