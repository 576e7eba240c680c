package io.astrochrome.events;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where a frame stands among those of its target: by when it was taken in, which stays the same however often and wherever
 * its event is delivered.
 */
public record FramePosition(Instant ingestedAt, String frameId) implements Comparable<FramePosition> {
    private static final Comparator<FramePosition> ORDER =
            Comparator.comparing(FramePosition::ingestedAt).thenComparing(FramePosition::frameId);

    public FramePosition {
        Rules.present("ingestedAt", ingestedAt);
        Rules.present("frameId", frameId);
    }

    /** That of a frame. */
    public static FramePosition of(FrameIngested frame) {
        return new FramePosition(frame.ingestedAt(), frame.frameId());
    }

    @Override
    public int compareTo(FramePosition other) {
        return ORDER.compare(this, other);
    }
}
