package io.astrochrome.imaging.quality;

import org.jspecify.annotations.Nullable;

/**
 * SSIM of two planes in [0, 1]: a Gaussian window of 11 x 11 with sigma 1.5, K1 = 0.01, K2 = 0.03, averaged over the places
 * where the window lies inside the picture. A picture smaller than the window is compared as a whole. Thread-safe.
 *
 * <p>Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error visibility to structural similarity", IEEE
 * Transactions on Image Processing 13 (2004). They reduce the picture first where it is large; here it is taken as it is.
 */
public final class StructuralSimilarity {
    private static final int RADIUS = 5;
    private static final double SIGMA = 1.5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;
    private static final double[] WINDOW = window();

    private StructuralSimilarity() {}

    /** In [-1, 1]; 1 where the planes are equal. */
    public static double of(float[] first, float[] second, int width, int height) {
        if (width <= 2 * RADIUS || height <= 2 * RADIUS) {
            return whole(first, second);
        }
        double[] meanA = blurred(first, null, width, height);
        double[] meanB = blurred(second, null, width, height);
        double[] squareA = blurred(first, first, width, height);
        double[] squareB = blurred(second, second, width, height);
        double[] product = blurred(first, second, width, height);
        double sum = 0;
        for (int i = 0; i < meanA.length; i++) {
            sum += similarity(meanA[i], meanB[i], squareA[i], squareB[i], product[i]);
        }
        return sum / meanA.length;
    }

    private static double similarity(double meanA, double meanB, double squareA, double squareB, double product) {
        double varianceA = squareA - meanA * meanA;
        double varianceB = squareB - meanB * meanB;
        double covariance = product - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }

    private static double whole(float[] first, float[] second) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < first.length; i++) {
            a += first[i];
            b += second[i];
            aa += (double) first[i] * first[i];
            bb += (double) second[i] * second[i];
            ab += (double) first[i] * second[i];
        }
        int n = first.length;
        return similarity(a / n, b / n, aa / n, bb / n, ab / n);
    }

    /** The windowed mean of a plane, or of the product of two, where the window fits. */
    private static double[] blurred(float[] plane, float @Nullable [] factor, int width, int height) {
        int innerWidth = width - 2 * RADIUS;
        int innerHeight = height - 2 * RADIUS;
        double[] across = new double[innerWidth * height];
        double[] row = new double[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                row[x] = factor == null ? plane[i] : (double) plane[i] * factor[i];
            }
            for (int x = 0; x < innerWidth; x++) {
                double sum = 0;
                for (int k = 0; k < WINDOW.length; k++) {
                    sum += WINDOW[k] * row[x + k];
                }
                across[y * innerWidth + x] = sum;
            }
        }
        double[] result = new double[innerWidth * innerHeight];
        for (int y = 0; y < innerHeight; y++) {
            for (int k = 0; k < WINDOW.length; k++) {
                int from = (y + k) * innerWidth;
                for (int x = 0; x < innerWidth; x++) {
                    result[y * innerWidth + x] += WINDOW[k] * across[from + x];
                }
            }
        }
        return result;
    }

    private static double[] window() {
        double[] weights = new double[2 * RADIUS + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = (i - RADIUS) / SIGMA;
            weights[i] = Math.exp(-distance * distance / 2);
            sum += weights[i];
        }
        double[] normalised = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            normalised[i] = weights[i] / sum;
        }
        return normalised;
    }
}
