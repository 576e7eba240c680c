package io.astrochrome.trainer.service.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Sends what must be in the log before anything else is done. */
public final class AcknowledgedSend {
    private AcknowledgedSend() {}

    /**
     * Returns when the broker has the message.
     *
     * @throws KafkaException where it does not take it in time; it may all the same, so that a message sent again has to
     *     have the same id
     */
    public static void send(Emitter<byte[]> emitter, Message<byte[]> message, Duration patience) {
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        emitter.send(message.withAck(() -> done(confirmed, null)).withNack(failure -> done(confirmed, failure)));
        try {
            confirmed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not take an event", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker has not taken an event for " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while telling the broker", e);
        }
    }

    private static CompletionStage<Void> done(CompletableFuture<Void> confirmed, @Nullable Throwable failure) {
        if (failure == null) {
            confirmed.complete(null);
        } else {
            confirmed.completeExceptionally(failure);
        }
        return CompletableFuture.completedFuture(null);
    }
}
