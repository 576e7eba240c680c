package io.astrochrome.preprocess;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.LabTensor;
import io.astrochrome.events.night.SubJudged;
import io.astrochrome.platform.DeadLetters;
import io.astrochrome.platform.attempt.Attempts;
import io.astrochrome.platform.attempt.Attempts.Attempt;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * One frame after the other, in the order of its partition and off the event loop. A frame's offset is committed when the
 * broker has what came of it, or its dead letter: at least once, nothing lost. An outage of the store is waited for; a frame that
 * can never be prepared, or that has ended the process three times, goes to the dead-letter topic with the reason, and the
 * stream goes on.
 */
@ApplicationScoped
class FrameConsumer {
    static final String STAGE = "preprocess";

    private static final Logger LOG = Logger.getLogger(FrameConsumer.class);

    private final FramePreparation preparation;
    private final Retry retry;
    private final RecentFrames recent;
    private final StallWatch watch;
    private final Attempts attempts;
    private final StageTimers meters;
    private final RecordSender sender;
    private final PictureThread pictures;
    private final Traces traces;

    FrameConsumer(
            FramePreparation preparation,
            Retry retry,
            RecentFrames recent,
            StallWatch watch,
            Attempts attempts,
            StageTimers meters,
            RecordSender sender,
            PictureThread pictures,
            Traces traces) {
        this.preparation = preparation;
        this.retry = retry;
        this.recent = recent;
        this.watch = watch;
        this.attempts = attempts;
        this.meters = meters;
        this.sender = sender;
        this.pictures = pictures;
        this.traces = traces;
    }

    @Incoming("frames")
    @Blocking
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    CompletionStage<Void> consume(Message<byte[]> message) {
        Optional<Headers> headers = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> {
                    meters.queued(record.getTimestamp());
                    return record.getHeaders();
                });
        FrameSpan span = traces.stage(STAGE, headers.orElse(null));
        return span.within(() -> consume(message, span));
    }

    private CompletionStage<Void> consume(Message<byte[]> message, FrameSpan span) {
        FrameIngested frame;
        try {
            frame = EventCodec.fromJson(message.getPayload(), FrameIngested.class);
            span.of(frame.frameId(), frame.target());
        } catch (EventFormatException e) {
            return giveUp(message, span, "a record of frames.v1", e);
        }
        Optional<CompletableFuture<Void>> before = recent.handled(frame);
        if (before.isPresent()) {
            meters.count("duplicate");
            span.close();
            var unused = before.get()
                    .thenCompose(nothing ->
                            message.ack()); // not before: the first one's offset is no longer this instance's
            return CompletableFuture.completedFuture(null);
        }
        watch.begin(frame.fileName());
        String work = frame.frameId() + "-" + frame.purpose();
        if (attempts.over(work) > 0) {
            pictures.awaitIdle(); // it is not to answer for what a picture does
        }
        try (Attempt attempt = attempts.begin(work)) {
            if (attempt.isHopeless()) {
                return giveUp(
                        message,
                        span,
                        frame.fileName(),
                        new QuarantineException(frame.fileName() + " has ended the process " + attempt.before()
                                + " times while it was prepared"));
            }
            Handled handled = sender.inTurn(() -> handle(message, span, frame));
            handled.awaited().ifPresent(pictures::await);
            return handled.ended();
        } catch (RuntimeException e) {
            // Not foreseen, so waiting would not help: the frame is put aside and can be replayed.
            LOG.errorf(e, "%s of %s failed", frame.fileName(), frame.target());
            return giveUp(message, span, frame.fileName(), e);
        } finally {
            watch.end();
        }
    }

    /**
     * What was done with a record.
     *
     * @param ended when there may be a next one
     * @param awaited a picture that must be made before, for want of memory
     */
    private record Handled(CompletionStage<Void> ended, Optional<CompletableFuture<Void>> awaited) {
        static Handled of(CompletionStage<Void> ended) {
            return new Handled(ended, Optional.empty());
        }
    }

    private Handled handle(Message<byte[]> message, FrameSpan span, FrameIngested frame) {
        long start = System.nanoTime();
        List<CompletableFuture<Void>> written = new ArrayList<>();
        Optional<Preparation> done = prepared(frame, sub -> written.add(sender.send(sub)));
        if (done.isEmpty()) {
            span.close();
            return Handled.of(
                    CompletableFuture.completedFuture(null)); // stopping; whoever is next reads the frame again
        }
        if (done.get() instanceof Preparation.Quarantined quarantined) {
            return Handled.of(giveUp(message, span, frame.fileName(), new QuarantineException(quarantined.reason())));
        }
        return send(message, span, frame, (Preparation.Prepared) done.get(), written, start);
    }

    /** What became of the frame; empty where the service stops before that is known. */
    private Optional<Preparation> prepared(FrameIngested frame, Consumer<SubJudged> told) {
        try {
            return retry.until(frame.fileName(), () -> preparation.prepare(frame, told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Handled send(
            Message<byte[]> message,
            FrameSpan span,
            FrameIngested frame,
            Preparation.Prepared prepared,
            List<CompletableFuture<Void>> written,
            long start) {
        watch.waitingFor("the broker");
        CompletableFuture<Void> whole = new CompletableFuture<>();
        recent.add(frame, whole);
        prepared.tensor().ifPresent(tensor -> written.add(sendBehindPictures(frame, tensor, span)));
        Optional<CompletableFuture<Void>> picture =
                prepared.picture().map(make -> pictures.make(frame.target(), () -> draw(frame, make, span)));
        picture.ifPresent(written::add);
        var unused = CompletableFuture.allOf(written.toArray(CompletableFuture[]::new))
                .thenCompose(nothing -> {
                    meters.prepared(start, frame.ingestedAt());
                    span.close();
                    return message.ack();
                })
                .exceptionallyCompose(failure -> {
                    recent.remove(frame);
                    return giveUp(message, span, frame.fileName(), failure);
                })
                .thenRun(() -> whole.complete(null));
        return new Handled(CompletableFuture.completedFuture(null), prepared.large() ? picture : Optional.empty());
    }

    /** Behind the pictures of its target that are yet to be made. */
    private CompletableFuture<Void> sendBehindPictures(FrameIngested frame, LabTensor tensor, FrameSpan span) {
        return pictures.isBusyWith(frame.target())
                ? pictures.make(frame.target(), () -> sender.send(tensor, span.headers()))
                : sender.send(tensor, span.headers());
    }

    /** Makes and sends a picture of stacks, on the pictures' thread. */
    private CompletableFuture<Void> draw(FrameIngested frame, Supplier<LabTensor> make, FrameSpan span) {
        String work = frame.frameId() + "-picture";
        // Where it may be what has ended the process no frame is prepared meanwhile, which would answer for it or it
        // for that.
        return attempts.over(work) > 0
                ? sender.inTurn(() -> draw(work, frame, make, span))
                : draw(work, frame, make, span);
    }

    private CompletableFuture<Void> draw(String work, FrameIngested frame, Supplier<LabTensor> make, FrameSpan span) {
        try (Attempt attempt = attempts.begin(work)) {
            if (attempt.isHopeless()) {
                return CompletableFuture.failedFuture(new QuarantineException("the picture of " + frame.target()
                        + " with " + frame.fileName() + " has ended the process " + attempt.before() + " times"));
            }
            return retry.until("the picture of " + frame.target(), make::get)
                    .map(tensor -> sender.send(tensor, span.headers()))
                    .orElseGet(CompletableFuture::new); // stopping; whoever is next reads the frame again
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<Void> giveUp(Message<byte[]> message, FrameSpan span, String what, Throwable reason) {
        LOG.warnf("%s is put aside: %s", what, reason.getMessage());
        meters.count("quarantined");
        span.failed(reason);
        span.close();
        return DeadLetters.giveUp(message, STAGE, reason);
    }
}
