package io.astrochrome.imaging.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The noise of single pixels, told from the scene by the differences of near neighbours. */
public final class PixelNoise {
    /** Neighbours of the same colour in a mosaic, and not yet of another part of the scene. */
    private static final int DISTANCE = 2;

    private static final int MOST_PAIRS = 1 << 15;

    /** From the median of the differences' sizes to one pixel's standard deviation. */
    private static final double TO_SIGMA = 1.4826 / Math.sqrt(2);

    private PixelNoise() {}

    /**
     * The standard deviation, in the values' units; 0 where most neighbours are equal.
     *
     * @param value of the pixel of an index, row by row; not-a-number where it is missing
     */
    public static double of(IntToDoubleFunction value, int width, int height) {
        if (width <= DISTANCE) {
            return 0;
        }
        int step = Math.max(1, width * height / MOST_PAIRS) | 1;
        double[] differences = new double[width * height / step + 1];
        int count = 0;
        for (int i = 0; i < width * height; i += step) {
            double difference = i % width >= DISTANCE
                    ? Math.abs(value.applyAsDouble(i) - value.applyAsDouble(i - DISTANCE))
                    : Double.NaN;
            if (!Double.isNaN(difference)) {
                differences[count++] = difference;
            }
        }
        Arrays.sort(differences, 0, count);
        return count == 0 ? 0 : TO_SIGMA * differences[count / 2];
    }
}
