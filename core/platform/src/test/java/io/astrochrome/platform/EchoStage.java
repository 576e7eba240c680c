package io.astrochrome.platform;

import io.astrochrome.events.EventType;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The smallest stage: passes on what it can read, gives up what it cannot. */
@ApplicationScoped
class EchoStage {
    static final String POISON = "poison";

    private final Emitter<byte[]> quality;

    EchoStage(@Channel("quality") Emitter<byte[]> quality) {
        this.quality = quality;
    }

    @Incoming("tensors")
    @Blocking
    CompletionStage<Void> handle(Message<byte[]> message) {
        byte[] value = message.getPayload();
        if (new String(value, StandardCharsets.UTF_8).startsWith(POISON)) {
            return DeadLetters.giveUp(message, "echo", new IllegalArgumentException("frame.fits: header is cut off"));
        }
        String key = (String) message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getKey();
        return send(key, value).thenCompose(sent -> message.ack());
    }

    /** Completes when the broker has the record, exceptionally where it does not take it. */
    CompletionStage<Void> send(String key, byte[] value) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        quality.send(CloudEvents.message(EventType.FRAME_SCORED, "echo-service", "id-" + key, key, value)
                .withAck(() -> {
                    done.complete(null);
                    return CompletableFuture.completedStage(null);
                })
                .withNack(reason -> {
                    done.completeExceptionally(reason);
                    return CompletableFuture.completedStage(null);
                }));
        return done;
    }
}
