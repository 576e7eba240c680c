package io.astrochrome.trainer.service;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.training.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A channel that keeps what is sent by it, and then does with each message what it was made to do. */
public final class SentMessages implements Emitter<byte[]> {
    private final List<Message<? extends byte[]>> messages = new CopyOnWriteArrayList<>();
    private final Consumer<Message<? extends byte[]>> then;

    private SentMessages(Consumer<Message<? extends byte[]>> then) {
        this.then = then;
    }

    /** A broker that takes everything. */
    public static SentMessages taken() {
        return new SentMessages(message -> message.ack().toCompletableFuture().join());
    }

    /** A broker that refuses everything. */
    public static SentMessages refused(Exception reason) {
        return new SentMessages(
                message -> message.nack(reason).toCompletableFuture().join());
    }

    /** A broker that says nothing. */
    public static SentMessages unanswered() {
        return new SentMessages(message -> {});
    }

    /** What was sent so far. */
    public List<Message<? extends byte[]>> messages() {
        return messages;
    }

    /** What was sent so far, as events of a run. */
    public List<TrainingProgress> progress() {
        List<TrainingProgress> progress = new ArrayList<>();
        for (Message<? extends byte[]> message : messages) {
            try {
                progress.add(EventCodec.fromJson(message.getPayload(), TrainingProgress.class));
            } catch (EventFormatException e) {
                throw new AssertionError("what was sent is no progress of a run", e);
            }
        }
        return progress;
    }

    @Override
    public CompletionStage<Void> send(byte[] payload) {
        send(Message.of(payload));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public <M extends Message<? extends byte[]>> void send(M message) {
        messages.add(message);
        then.accept(message);
    }

    @Override
    public void complete() {
        throw new UnsupportedOperationException("a service's channel is never at its end");
    }

    @Override
    public void error(Exception e) {
        throw new UnsupportedOperationException("a service's channel is never at its end", e);
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean hasRequests() {
        return true;
    }
}
