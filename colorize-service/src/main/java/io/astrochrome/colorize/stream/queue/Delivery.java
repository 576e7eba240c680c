package io.astrochrome.colorize.stream.queue;

import io.astrochrome.platform.DeadLetters;
import io.astrochrome.platform.attempt.Attempts.Attempt;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A record between its arrival and the commit of its offset. It ends by exactly one of {@link #acknowledge}, {@link #giveUp} and
 * {@link #leave}.
 */
public final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final Message<byte[]> message;
    private final FrameSpan span;
    private final BooleanSupplier ours;
    private final Consumer<Delivery> ended;
    private volatile @Nullable Attempt attempt;
    private final long sinceNanos = System.nanoTime();

    Delivery(
            Message<byte[]> message,
            Traces traces,
            Function<SourcePosition, BooleanSupplier> tenure,
            Consumer<Delivery> ended) {
        this.message = message;
        this.span = traces.stage(
                Channels.STAGE,
                message.getMetadata(IncomingKafkaRecordMetadata.class)
                        .map(record -> record.getHeaders())
                        .orElse(null));
        this.ours = position().map(tenure).orElse(() -> true);
        this.ended = ended;
    }

    public byte[] bytes() {
        return message.getPayload();
    }

    /** When the record was written to the log; empty where it came another way. */
    public Optional<Instant> writtenAt() {
        return message.getMetadata(IncomingKafkaRecordMetadata.class).map(record -> record.getTimestamp());
    }

    /** Where the record lies in the log; empty where it came another way. */
    public Optional<SourcePosition> position() {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> new SourcePosition(record.getPartition(), record.getOffset()));
    }

    /** Whether this instance has had its partition all the time; else the record has been given to another, or comes again. */
    public boolean isOurs() {
        return ours.getAsBoolean();
    }

    /** How long ago it came. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    /** Its part of the frame's trace, which ends when it does. */
    public FrameSpan span() {
        return span;
    }

    /** Work on it has begun that may end the process; the attempt ends with the record. */
    public synchronized void begin(Attempt work) {
        attempt = work;
    }

    /** Nothing has gone wrong with it, though it is not ended. */
    synchronized void forgive() {
        Attempt work = attempt;
        attempt = null; // a later one's note has the same name
        if (work != null) {
            work.close();
        }
    }

    /** It is done with: its offset may be committed, where the record is still ours. */
    public CompletionStage<Void> acknowledge() {
        if (!isOurs()) {
            leave();
            return CompletableFuture.completedFuture(null);
        }
        return end(message.ack());
    }

    /**
     * It cannot be handled: it goes to the dead-letter topic, then its offset may be committed.
     *
     * @return whether it is there; else it will come again
     */
    public CompletionStage<Boolean> giveUp(Throwable reason) {
        span.failed(reason);
        CompletionStage<Void> letter = DeadLetters.giveUp(message, Channels.STAGE, reason);
        return end(letter).thenCompose(nothing -> letter.handle((there, failure) -> failure == null));
    }

    /** It is another instance's by now: nothing is said of it here, and its offset is not committed. */
    public void leave() {
        span.close();
        forgive();
        ended.accept(this);
    }

    private CompletionStage<Void> end(CompletionStage<Void> ending) {
        return ending.handle((nothing, failure) -> {
            if (failure != null) {
                LOG.error("a record's end was not taken by the broker; it will come again", failure);
            }
            span.close();
            forgive();
            ended.accept(this);
            return null;
        });
    }
}
