package io.astrochrome.trainer.looks;

import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.trainer.data.NormalisedLab;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Pixels of pictures: what a generator's decoder makes of each, and its true a and b. Not thread-safe.
 *
 * <p>Pixels are drawn by a seed, as many of each picture.
 */
public final class LookSamples {
    /** Pixels of each picture. */
    static final int PIXELS = 256;

    /** Pictures of strong colours count less, by this power of their own mean square of chroma. */
    private static final double BALANCE = 0.6;

    private static final double NEARLY_GREY = 2e-4;

    private final List<short[]> told = new ArrayList<>();
    private final List<float[]> colours = new ArrayList<>();
    private int depth;

    /** Draws pixels of a picture. */
    public void add(DecoderMaps maps, NormalisedLab truth, long seed) {
        depth = maps.depth();
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[PIXELS * depth];
        float[] ab = new float[2 * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            int x = random.nextInt(truth.width());
            int y = random.nextInt(truth.height());
            maps.tell(x, y, numbers, i * depth);
            ab[i] = truth.a()[y * truth.width() + x];
            ab[PIXELS + i] = truth.b()[y * truth.width() + x];
        }
        told.add(HalfFloat.fromFloats(numbers));
        colours.add(ab);
    }

    /** Pictures. */
    int size() {
        return told.size();
    }

    /** Numbers that tell of a pixel; the last is its lightness. */
    int depth() {
        return depth;
    }

    /** What tells of a picture's pixels, in halves, pixel by pixel. */
    short[] told(int picture) {
        return told.get(picture);
    }

    /** A pixel's lightness, in [-1, 1]. */
    float lightness(int picture, int pixel) {
        return HalfFloat.toFloat(told.get(picture)[(pixel + 1) * depth - 1]);
    }

    /** What errors of a picture are divided by. */
    double strength(int picture) {
        double sum = 0;
        for (float value : colours.get(picture)) {
            sum += value * value;
        }
        return Math.pow(sum / PIXELS + NEARLY_GREY, BALANCE);
    }

    /** The true a of those pixels of pictures for each look, then the true b: {@code [N, 2 looks, pixels]}. */
    float[] truth(int[] pictures, int[] pixels, int looks) {
        float[] truth = new float[pictures.length * 2 * looks * pixels.length];
        for (int n = 0; n < pictures.length; n++) {
            float[] ab = colours.get(pictures[n]);
            for (int plane = 0; plane < 2 * looks; plane++) {
                for (int p = 0; p < pixels.length; p++) {
                    truth[(n * 2 * looks + plane) * pixels.length + p] = ab[plane / looks * PIXELS + pixels[p]];
                }
            }
        }
        return truth;
    }

    /** The a of a picture's pixels, then their b. */
    float[] colours(int picture) {
        return colours.get(picture);
    }
}
