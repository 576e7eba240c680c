package io.astrochrome.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A stage that never finishes what it was given. */
@ApplicationScoped
class StalledStage {
    @Incoming("stalled")
    CompletionStage<Void> handle(Message<byte[]> message) {
        return new CompletableFuture<>();
    }
}
