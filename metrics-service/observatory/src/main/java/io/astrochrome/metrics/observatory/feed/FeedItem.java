package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One picture of the feed: a frame, and what one model made of it.
 *
 * @param colouring null while the frame waits
 * @param score null where the true colours are not known, or not compared yet
 */
public record FeedItem(
        FrameIngested frame,
        @Nullable Colouring colouring,
        @Nullable Score score) {
    /** Newest first; an item that waits counts from when it was taken in. */
    public static final Comparator<FeedItem> NEWEST_FIRST =
            Comparator.comparing(FeedItem::at).reversed().thenComparing((FeedItem item) -> item.id());

    static FeedItem arrived(FrameIngested frame) {
        return new FeedItem(frame, null, null);
    }

    static FeedItem coloured(FrameColorized colorized, @Nullable Score score) {
        return new FeedItem(colorized.frame(), Colouring.of(colorized), score);
    }

    FeedItem withScore(Score other) {
        return new FeedItem(frame, colouring, other);
    }

    /** The same for the same frame and model. */
    public String id() {
        return colouring == null ? frame.frameId() : id(frame.frameId(), colouring.modelId());
    }

    static String id(String frameId, String modelId) {
        return frameId + ":" + modelId;
    }

    /** Whether that is a later picture of another stack with the same newest exposure. */
    boolean isReplacedBy(FrameColorized later) {
        return colouring != null
                && colouring.stack() != null
                && later.stack() != null
                && !later.stack().stackId().equals(colouring.stack().stackId())
                && later.colorizedAt().isAfter(colouring.colorizedAt());
    }

    /** How far it has come. */
    public FrameState state() {
        return colouring == null ? FrameState.ARRIVED : FrameState.COLOURED;
    }

    /** When it last changed for the eye. */
    public Instant at() {
        return colouring == null ? frame.ingestedAt() : colouring.colorizedAt();
    }
}
