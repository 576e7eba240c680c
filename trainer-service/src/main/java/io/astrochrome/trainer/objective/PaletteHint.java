package io.astrochrome.trainer.objective;

import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTally;
import java.util.SplittableRandom;

/** The palettes of a batch's pictures, as {@link PaletteLayout} lays them out. */
public final class PaletteHint {
    /** Part of the hints that are of a window of the picture only: a palette need not fit exactly. */
    private static final double WINDOWED = 0.5;

    private static final double SMALLEST_WINDOW = 0.4;

    private PaletteHint() {}

    /**
     * The palettes of pictures.
     *
     * @param width K, a length that {@link PaletteLayout} knows
     * @return {@code [n, K]}
     */
    public static float[] of(TrainingBatch batch, int width) {
        float[] hints = new float[batch.n() * width];
        for (int picture = 0; picture < batch.n(); picture++) {
            put(batch, picture, 0, batch.h(), 0, batch.w(), width, hints);
        }
        return hints;
    }

    /**
     * Palettes to learn from: none for half of the pictures, drawn by the seed, which are to be coloured unguided; for a
     * quarter the whole view's; for a quarter that of a window of it.
     */
    static float[] forTraining(TrainingBatch batch, int width, long seed) {
        float[] hints = new float[batch.n() * width];
        SplittableRandom random = new SplittableRandom(seed);
        for (int picture = 0; picture < batch.n(); picture++) {
            boolean guided = random.nextBoolean();
            boolean windowed = random.nextDouble() < WINDOWED;
            double part = windowed ? SMALLEST_WINDOW + (1 - SMALLEST_WINDOW) * random.nextDouble() : 1;
            int rows = (int) Math.ceil(part * batch.h());
            int columns = (int) Math.ceil(part * batch.w());
            int top = random.nextInt(batch.h() - rows + 1);
            int left = random.nextInt(batch.w() - columns + 1);
            if (guided) {
                put(batch, picture, top, top + rows, left, left + columns, width, hints);
            }
        }
        return hints;
    }

    /** For each of {@code n} pictures 1 where its hint is absent, else 0; no hints at all are absent ones. */
    static float[] absent(float[] hints, int n) {
        float[] absent = new float[n];
        int width = hints.length / n;
        for (int picture = 0; picture < n; picture++) {
            // The layout's last value says that a palette is given.
            absent[picture] = width > 0 && hints[(picture + 1) * width - 1] > 0 ? 0 : 1;
        }
        return absent;
    }

    /** Gives the pictures that looks were tried on the best of them; their black sky is to be as without a palette. */
    static void put(LookErrors errors, float[] looks, float[] hints, float[] absent) {
        int width = looks.length / errors.looks();
        for (int picture = 0; picture < absent.length; picture++) {
            if (errors.tried(picture)) {
                System.arraycopy(looks, errors.best(picture) * width, hints, picture * width, width);
                absent[picture] = 1;
            }
        }
    }

    private static void put(
            TrainingBatch batch, int picture, int top, int bottom, int left, int right, int width, float[] hints) {
        int pixels = batch.h() * batch.w();
        PaletteTally tally = new PaletteLayout(width).tally();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = y * batch.w() + x;
                tally.count(
                        batch.l()[picture * pixels + at],
                        batch.ab()[2 * picture * pixels + at],
                        batch.ab()[(2 * picture + 1) * pixels + at]);
            }
        }
        System.arraycopy(tally.vector(), 0, hints, picture * width, width);
    }
}
