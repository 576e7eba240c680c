package io.astrochrome.trainer.looks;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.List;

/** Samples of made-up pictures of one feature, which with the lightness makes a depth of two. */
final class Samples {
    static final int SIDE = 32;

    private Samples() {}

    /** What a pixel of a picture is like. */
    @FunctionalInterface
    interface Pixel {
        /** Its feature, lightness, a and b. */
        double[] at(int picture, int x, int y);
    }

    static LookSamples of(int pictures, Pixel pixel) {
        LookSamples samples = new LookSamples();
        for (int picture = 0; picture < pictures; picture++) {
            add(samples, picture, pixel, picture);
        }
        return samples;
    }

    static void add(LookSamples samples, int picture, Pixel pixel, long seed) {
        NormalisedLab truth = NormalisedLab.ofSize(SIDE, SIDE);
        float[] feature = new float[SIDE * SIDE];
        for (int i = 0; i < feature.length; i++) {
            double[] told = pixel.at(picture, i % SIDE, i / SIDE);
            feature[i] = (float) told[0];
            truth.l()[i] = (float) told[1];
            truth.a()[i] = (float) told[2];
            truth.b()[i] = (float) told[3];
        }
        samples.add(new DecoderMaps(List.of(1), List.of(feature), truth.l(), SIDE, SIDE, new float[0]), truth, seed);
    }
}
