package io.astrochrome.ingest.publish;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventType;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Topics;
import io.astrochrome.ingest.intake.FramePublisher;
import io.astrochrome.ingest.intake.PublishFailedException;
import io.astrochrome.platform.CloudEvents;
import io.astrochrome.platform.kafka.KafkaClients;
import io.astrochrome.platform.kafka.TopicWriter;
import io.astrochrome.platform.tracing.Traces;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to {@code frames.v1}, keyed by target, and waits until every replica that must have the event has it. It has a
 * producer of its own, because a message channel goes on trying after the sender has been told that it failed: here a
 * failed event is not sent later. What was on the wire when the broker went away may be there nevertheless.
 */
@ApplicationScoped
class KafkaFramePublisher implements FramePublisher {
    private static final String SOURCE = "ingest-service";

    /** Until Kafka has acknowledged a reference; after it the answer is 503. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TopicWriter frames;
    private @Nullable Producer<String, byte[]> producer;

    KafkaFramePublisher(KafkaClients clients) {
        this.frames = clients.writing(Topics.FRAMES);
    }

    @Override
    public void publish(FrameIngested event) throws PublishFailedException {
        var record = CloudEvents.record(
                Topics.FRAMES,
                EventType.FRAME_INGESTED,
                SOURCE,
                event.frameId(),
                event.target(),
                EventCodec.toJson(event));
        Traces.currentHeaders()
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            // Ends by itself: the producer gives up after its own timeouts.
            producer().send(record).get();
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNull(e.getCause()));
        } catch (KafkaException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private static PublishFailedException failed(Throwable cause) {
        return new PublishFailedException("Kafka has not acknowledged the frame: " + cause.getMessage(), cause);
    }

    /** Made when it is first needed, so that the service may start before the broker's address can be resolved. */
    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = frames.open(new StringSerializer(), settings());
        }
        return producer;
    }

    /** The timeout's halves: for the broker to be found, then for it to acknowledge. */
    private Map<String, Object> settings() {
        int halfMillis = Math.toIntExact(TIMEOUT.toMillis() / 2);
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, SOURCE);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, halfMillis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, halfMillis);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, halfMillis);
        return settings;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(TIMEOUT);
        }
    }
}
