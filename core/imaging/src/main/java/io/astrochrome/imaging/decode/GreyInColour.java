package io.astrochrome.imaging.decode;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.Arrays;
import java.util.List;

/** Tells grey pictures that are stored as colour ones: they have no colour to learn from. */
final class GreyInColour {
    private GreyInColour() {}

    /** The frame with one plane where its three are equal in every pixel. */
    static DecodedFrame collapsed(DecodedFrame frame) {
        if (frame.channels() == 1 || !equal(frame.plane(0), frame.plane(1)) || !equal(frame.plane(0), frame.plane(2))) {
            return frame;
        }
        return new DecodedFrame(
                frame.mediaType(),
                frame.width(),
                frame.height(),
                frame.linear(),
                frame.levels(),
                List.of(frame.plane(0)),
                frame.fitsCards(),
                frame.object(),
                frame.exposedAt(),
                frame.notes());
    }

    private static boolean equal(Samples one, Samples other) {
        if (one instanceof UnsignedShortSamples a && other instanceof UnsignedShortSamples b) {
            return Arrays.equals(a.values(), b.values());
        }
        return one instanceof FloatSamples a
                && other instanceof FloatSamples b
                && Arrays.equals(a.values(), b.values());
    }
}
