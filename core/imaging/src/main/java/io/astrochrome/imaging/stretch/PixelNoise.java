package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.Samples;
import java.util.Arrays;

/** The noise of single pixels, told from the scene by the differences of near neighbours. */
final class PixelNoise {
    /** Neighbours of the same colour in a mosaic, and not yet of another part of the scene. */
    private static final int DISTANCE = 2;

    private static final int MOST_PAIRS = 1 << 15;

    /** From the median of the differences' sizes to one pixel's standard deviation. */
    private static final double TO_SIGMA = 1.4826 / Math.sqrt(2);

    private PixelNoise() {}

    /** The standard deviation, in the samples' units; 0 where most neighbours are equal. */
    static double of(Samples plane, int width, int height) {
        if (width <= DISTANCE) {
            return 0;
        }
        int step = Math.max(1, width * height / MOST_PAIRS) | 1;
        float[] differences = new float[width * height / step + 1];
        int count = 0;
        for (int i = 0; i < width * height; i += step) {
            if (i % width >= DISTANCE) {
                differences[count++] = Math.abs(plane.get(i) - plane.get(i - DISTANCE));
            }
        }
        Arrays.sort(differences, 0, count);
        return count == 0 ? 0 : TO_SIGMA * differences[count / 2];
    }
}
