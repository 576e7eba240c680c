package io.astrochrome.imaging.prepare;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.imaging.stretch.StretchedFrame;

/**
 * The one way from a decoded frame to what a network sees: stretched, reduced, normalised. The stream, training from files
 * and the command line all go it, so that a frame gives each of them the same bytes. Thread-safe.
 */
public final class FramePipeline {
    /**
     * Changes whenever the same file gives other planes than before, so that planes kept from before are known by it and
     * made anew.
     */
    public static final String VERSION = "2";

    /** Short side in px of what is learnt from: larger than a network's own, so that it can be cropped and scaled. */
    public static final int TRAINING_SIDE = 256;

    private final StretchChoice stretches;
    private final FrameReducer reducer = new FrameReducer();

    /** With those stretches for linear frames. */
    public FramePipeline(StretchChoice stretches) {
        this.stretches = stretches;
    }

    /** The frame's own curve: that of the stretch which the choice has for it. */
    public StretchCurve fit(DecodedFrame frame) {
        return stretches.of(frame).fit(frame);
    }

    /** What a network sees of a stretched frame. */
    public TensorPlanes reduce(StretchedFrame frame, TensorShape shape) {
        return TensorPlanes.of(reducer.reduce(frame, shape));
    }

    /** All steps at once, with the frame's own curve and in its own planes: nobody may use the frame after it. */
    public TensorPlanes prepare(DecodedFrame frame, TensorShape shape) {
        return reduce(fit(frame).applyInPlace(frame), shape);
    }
}
