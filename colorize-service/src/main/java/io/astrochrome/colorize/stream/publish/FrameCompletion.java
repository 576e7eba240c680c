package io.astrochrome.colorize.stream.publish;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.composing.Painting;
import io.astrochrome.colorize.composing.StoredPictures;
import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.palette.KeptPalette;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.colorize.stream.queue.ColorizeMeters;
import io.astrochrome.colorize.stream.queue.Delivery;
import io.astrochrome.colorize.stream.queue.FrameDeduplicator;
import io.astrochrome.colorize.stream.queue.QueuedFrame;
import io.astrochrome.colorize.stream.queue.SourcePosition;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameStack;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.tensors.HalfFloat;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What follows the network: frames are composed side by side, and published, then committed, in the order of their target.
 * The palette that a frame brings is in the store before its record is committed, and never after that of a later frame.
 * A frame that cannot be composed, or whose result no broker takes, goes to the dead-letter topic, in that order too; one whose
 * partition has gone to another instance meanwhile is left to that. Thread-safe.
 */
public final class FrameCompletion {
    private static final Logger LOG = Logger.getLogger(FrameCompletion.class);

    private final FramePictures pictures;
    private final ObjectStore store;
    private final Retry retry;
    private final PaletteChooser palettes;
    private final ColorizedPublisher publisher;
    private final FrameDeduplicator known;
    private final ColorizeMeters meters;
    private final Executor composers;
    private final TargetSequencer sequencer = new TargetSequencer();

    /**
     * Finishes frames.
     *
     * @param store waits while the store does not answer
     * @param retry waits while the disk takes nothing
     */
    public FrameCompletion(
            FramePictures pictures,
            ObjectStore store,
            Retry retry,
            PaletteChooser palettes,
            ColorizedPublisher publisher,
            FrameDeduplicator known,
            ColorizeMeters meters,
            Executor composers) {
        this.pictures = pictures;
        this.store = store;
        this.retry = retry;
        this.palettes = palettes;
        this.publisher = publisher;
        this.known = known;
        this.meters = meters;
        this.composers = composers;
    }

    /** Takes a frame that the network has coloured; frames of a target are given in their order. */
    public void complete(QueuedFrame waiting, ColouredFrame frame) {
        CompletableFuture<FrameColorized> composed = CompletableFuture.supplyAsync(() -> compose(frame), composers);
        sequencer.then(waiting.target(), composed, (event, failure) -> end(waiting, event, failure));
    }

    /** Takes a frame that the network would not colour. */
    public void fail(QueuedFrame waiting, RuntimeException failure) {
        sequencer.then(
                waiting.target(),
                CompletableFuture.<FrameColorized>failedFuture(failure),
                (event, same) -> end(waiting, event, same));
    }

    /** Takes a record that brings no frame to colour, but a palette: it ends when that is kept. */
    public void keep(Delivery delivery, KeptPalette learnt) {
        sequencer.then(learnt.target(), CompletableFuture.completedFuture(null), (nothing, none) -> (delivery.isOurs()
                        ? keep(learnt)
                        : CompletableFuture.<Void>completedFuture(null))
                .thenCompose(kept -> delivery.acknowledge()));
    }

    private CompletionStage<Void> keep(KeptPalette learnt) {
        return CompletableFuture.runAsync(() -> palettes.keep(learnt), composers);
    }

    private FrameColorized compose(ColouredFrame frame) {
        try {
            StoredPictures stored = stored(frame);
            Map<String, Double> millis = new LinkedHashMap<>();
            millis.put("inference", frame.inferenceMillis());
            millis.putAll(stored.millis());
            return new FrameColorized(
                    frame.tensor().frame(),
                    frame.tensor().geometry(),
                    frame.tensor().stretch(),
                    frame.modelId(),
                    frame.modelName(),
                    frame.executionProvider(),
                    stored.pictures(),
                    millis,
                    Instant.now(),
                    frame.palette(),
                    HalfFloat.fromFloats(frame.a()),
                    HalfFloat.fromFloats(frame.b()),
                    frame.tensor().stack());
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private StoredPictures stored(ColouredFrame frame) throws IOException, InterruptedException {
        return retry.until("the pictures of frame " + frame.tensor().frame().frameId(), () -> {
                    try {
                        return pictures.store(Painting.of(frame, store), store, extension -> key(frame, extension));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new CompletionException(e);
                    }
                })
                .orElseThrow(InterruptedException::new); // stopping
    }

    private static String key(ColouredFrame frame, String extension) {
        String frameId = frame.tensor().frame().frameId();
        FrameStack stack = frame.tensor().stack();
        return stack == null
                ? ObjectKeys.colorized(frame.modelId(), frameId, extension)
                : ObjectKeys.colorizedStack(frame.modelId(), frameId, stack.stackId(), extension);
    }

    /** What the frame teaches is kept before its record can end, and in the order of its target. */
    private CompletionStage<Void> end(
            QueuedFrame waiting, @Nullable FrameColorized event, @Nullable Throwable failure) {
        return waiting.learnt()
                .filter(learnt -> waiting.delivery().isOurs()) // whoever has the target knows better
                .map(this::keep)
                .orElse(CompletableFuture.completedFuture(null))
                .handle((kept, trouble) -> endOf(waiting, event, failure != null ? failure : trouble))
                .thenCompose(ended -> ended);
    }

    private CompletionStage<Void> endOf(
            QueuedFrame waiting, @Nullable FrameColorized event, @Nullable Throwable failure) {
        boolean ours = failure == null
                ? known.mayPublish(waiting.pictureId(), waiting.delivery())
                : waiting.delivery().isOurs();
        if (!ours) {
            LOG.debugf("frame %s of %s is another instance's by now", waiting.frameId(), waiting.target());
            known.release(waiting.pictureId(), waiting.delivery());
            waiting.delivery().leave();
            return CompletableFuture.completedFuture(null);
        }
        if (failure == null) {
            FrameColorized composed = Objects.requireNonNull(event);
            return publisher
                    .publish(composed, headers(waiting.delivery()))
                    .handle((published, refused) ->
                            refused == null ? published(waiting, composed) : giveUp(waiting, refused))
                    .thenCompose(ended -> ended);
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof InterruptedException || cause instanceof StoreUnavailableException) {
            LOG.infof("frame %s of %s is left for the next start", waiting.frameId(), waiting.target());
            return CompletableFuture.completedFuture(null);
        }
        return giveUp(waiting, cause);
    }

    private static Map<String, String> headers(Delivery delivery) {
        Map<String, String> headers = new HashMap<>(delivery.span().headers());
        delivery.position().ifPresent(position -> headers.put(SourcePosition.HEADER, position.text()));
        return headers;
    }

    private CompletionStage<Void> published(QueuedFrame waiting, FrameColorized event) {
        meters.published(event, waiting.delivery().age());
        known.ended(waiting.pictureId(), waiting.delivery());
        LOG.debugf("frame %s of %s is coloured by %s", waiting.frameId(), waiting.target(), event.modelName());
        return waiting.delivery().acknowledge();
    }

    private CompletionStage<Void> giveUp(QueuedFrame waiting, Throwable cause) {
        LOG.warnf("frame %s of %s goes to the dead letters: %s", waiting.frameId(), waiting.target(), cause);
        meters.deadLetter();
        return waiting.delivery().giveUp(cause).thenAccept(there -> {
            if (there) {
                known.release(waiting.pictureId(), waiting.delivery());
            } else {
                known.failed(waiting.pictureId(), waiting.delivery(), cause);
            }
        });
    }
}
