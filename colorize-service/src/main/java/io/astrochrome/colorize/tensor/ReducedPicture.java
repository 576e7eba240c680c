package io.astrochrome.colorize.tensor;

import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.tensors.HalfFloat;

/** A network's planes as a picture in CIELAB's own units, without the padding. Pure. */
public final class ReducedPicture {
    private ReducedPicture() {}

    /** The frame in its tensor's lightness and a network's chroma, normalised and on the tensor's grid. */
    public static LabImage of(LabTensor tensor, float[] a, float[] b) {
        return LabImage.ofNormalised(tensor.geometry(), HalfFloat.toFloats(tensor.lightness()), a, b);
    }

    /** A plane of a reduced picture's chroma as the network gives it: normalised, on the tensor's grid. */
    public static float[] onGrid(LabTensor tensor, float[] chroma) {
        return tensor.geometry().pad(LabScale.normaliseChroma(chroma));
    }

    /** The reduced lightness as a luminance, for a frame whose own is not stored. */
    public static Luminance16 luminance(LabImage reduced) {
        short[] samples = new short[reduced.lStar().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Luminance16.fromLstar(reduced.lStar()[i]);
        }
        return new Luminance16(reduced.width(), reduced.height(), samples);
    }
}
