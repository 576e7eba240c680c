package io.astrochrome.trainer.objective;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The palette vector of a picture: the shares of its pixels in a coarse grid over a and b, then a 1 that says a palette is
 * given. With {@code K - 1 = g * g} bins of side {@code 1 / g}, the grid spans -0.5 to 0.5 of normalised a and b, what lies
 * outside counts in the outermost bins, and bin {@code i * g + j} is the i-th of a and the j-th of b.
 */
public final class PaletteHint {
    private static final float HALF = 0.5f;

    private PaletteHint() {}

    /**
     * The palettes of pictures.
     *
     * @param ab {@code [n, 2, pixels]}, normalised
     * @param width K; a square number of bins and one more
     * @return {@code [n, K]}
     */
    public static float[] of(float[] ab, int n, int width) {
        int grid = (int) Math.round(Math.sqrt(width - 1));
        int pixels = ab.length / (2 * n);
        float[] hints = new float[n * width];
        for (int picture = 0; picture < n; picture++) {
            int start = 2 * picture * pixels;
            for (int i = 0; i < pixels; i++) {
                int bin = bin(ab[start + i], grid) * grid + bin(ab[start + pixels + i], grid);
                hints[picture * width + bin] += 1f / pixels;
            }
            hints[picture * width + width - 1] = 1;
        }
        return hints;
    }

    private static int bin(float value, int grid) {
        return Math.max(0, Math.min(grid - 1, (int) Math.floor((value + HALF) * grid)));
    }

    /** Half of the pictures' palettes, drawn by the seed, and zeros for the others: those are to be coloured unguided. */
    static float[] forTraining(TrainingBatch batch, int width, long seed) {
        float[] hints = of(batch.ab(), batch.n(), width);
        SplittableRandom random = new SplittableRandom(seed);
        for (int picture = 0; picture < batch.n(); picture++) {
            if (random.nextBoolean()) {
                Arrays.fill(hints, picture * width, (picture + 1) * width, 0);
            }
        }
        return hints;
    }
}
