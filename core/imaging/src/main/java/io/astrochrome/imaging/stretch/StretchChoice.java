package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;

/**
 * Which stretch is for which frame.
 *
 * @param grey for linear frames of one channel
 * @param colour for linear frames of three
 */
public record StretchChoice(Stretch grey, Stretch colour) {
    /** The midtone stretch; unlinked for colour, because a sensor's raw colours are green. */
    public static final StretchChoice DEFAULT = new StretchChoice(MidtoneStretch.LINKED, MidtoneStretch.UNLINKED);

    /** The stretch for the frame: none where it is not linear. */
    public Stretch of(DecodedFrame frame) {
        if (!frame.linear()) {
            return new NoStretch();
        }
        return frame.channels() == 1 ? grey : colour;
    }
}
