package io.astrochrome.colorize.stream;

import io.astrochrome.colorize.composing.FramePictures;
import io.astrochrome.colorize.composing.Painting;
import io.astrochrome.colorize.composing.StoredPictures;
import io.astrochrome.colorize.inference.ColouredFrame;
import io.astrochrome.colorize.palette.KeptPalette;
import io.astrochrome.colorize.palette.PaletteChooser;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameStack;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.tensors.HalfFloat;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * What follows the network: frames are composed side by side, and published, then committed, in the order of their target.
 * The palette that a frame brings is in the store before its record is committed, and never after that of a later frame.
 * A frame that cannot be composed goes to the dead-letter topic, in that order too. Thread-safe.
 */
final class FrameFinish {
    private static final Logger LOG = Logger.getLogger(FrameFinish.class);

    private final FramePictures pictures;
    private final ObjectStore store;
    private final PaletteChooser palettes;
    private final ColorizedPublisher publisher;
    private final RecentFrames recent;
    private final ColorizeMeters meters;
    private final Executor composers;
    private final TargetOrder order = new TargetOrder();

    /**
     * Finishes frames.
     *
     * @param store waits while the store does not answer
     */
    FrameFinish(
            FramePictures pictures,
            ObjectStore store,
            PaletteChooser palettes,
            ColorizedPublisher publisher,
            RecentFrames recent,
            ColorizeMeters meters,
            Executor composers) {
        this.pictures = pictures;
        this.store = store;
        this.palettes = palettes;
        this.publisher = publisher;
        this.recent = recent;
        this.meters = meters;
        this.composers = composers;
    }

    /** Takes a frame that the network has coloured; frames of a target are given in their order. */
    void finish(WaitingFrame waiting, ColouredFrame frame) {
        CompletableFuture<FrameColorized> composed = CompletableFuture.supplyAsync(() -> compose(frame), composers);
        order.then(waiting.target(), composed, (event, failure) -> end(waiting, event, failure));
    }

    /** Takes a frame that the network would not colour. */
    void fail(WaitingFrame waiting, RuntimeException failure) {
        order.then(
                waiting.target(),
                CompletableFuture.<FrameColorized>failedFuture(failure),
                (event, same) -> end(waiting, event, same));
    }

    /** Takes a record that brings no frame to colour, but a palette: it ends when that is kept. */
    void keep(Arrival arrival, KeptPalette learnt) {
        order.then(learnt.target(), CompletableFuture.completedFuture(null), (nothing, none) -> keep(learnt)
                .thenCompose(kept -> arrival.acknowledge()));
    }

    private CompletionStage<Void> keep(KeptPalette learnt) {
        return CompletableFuture.runAsync(() -> palettes.keep(learnt), composers);
    }

    private FrameColorized compose(ColouredFrame frame) {
        try {
            StoredPictures stored =
                    pictures.store(Painting.of(frame, store), store, extension -> key(frame, extension));
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

    private static String key(ColouredFrame frame, String extension) {
        String frameId = frame.tensor().frame().frameId();
        FrameStack stack = frame.tensor().stack();
        return stack == null
                ? ObjectKeys.colorized(frame.modelId(), frameId, extension)
                : ObjectKeys.colorizedStack(frame.modelId(), frameId, stack.stackId(), extension);
    }

    /** What the frame teaches is kept before its record can end, and in the order of its target. */
    private CompletionStage<Void> end(WaitingFrame waiting, FrameColorized event, Throwable failure) {
        return waiting.learnt()
                .map(this::keep)
                .orElse(CompletableFuture.completedFuture(null))
                .handle((kept, trouble) -> endOf(waiting, event, failure != null ? failure : trouble))
                .thenCompose(ended -> ended);
    }

    private CompletionStage<Void> endOf(WaitingFrame waiting, FrameColorized event, Throwable failure) {
        if (failure == null) {
            return publisher.publish(event, waiting.arrival().span().headers()).thenCompose(nothing -> {
                meters.published(event, waiting.arrival().age());
                recent.ended(waiting.frameId());
                LOG.debugf("frame %s of %s is coloured by %s", waiting.frameId(), waiting.target(), event.modelName());
                return waiting.arrival().acknowledge();
            });
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof InterruptedException || cause instanceof StoreUnavailableException) {
            LOG.infof("frame %s of %s is left for the next start", waiting.frameId(), waiting.target());
            return CompletableFuture.completedFuture(null);
        }
        LOG.warnf("frame %s of %s goes to the dead letters: %s", waiting.frameId(), waiting.target(), cause);
        recent.release(waiting.frameId());
        meters.deadLetter();
        return waiting.arrival().giveUp(cause);
    }
}
