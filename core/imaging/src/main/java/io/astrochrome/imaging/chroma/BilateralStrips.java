package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Luminance16;

/** Weighted means of reduced pixels around each pixel of a frame. */
final class BilateralStrips implements ChromaStrips {
    private static final int RADIUS = 1;
    private static final int TAPS = 2 * RADIUS + 1;
    /** Entries of the table of nearness in lightness, an eighth of L* apart. */
    private static final int RANGE_ENTRIES = 8 * 101;
    /** So that a pixel unlike all its neighbours still has a mean. */
    private static final float LEAST_WEIGHT = 1e-5f;

    private final LabImage reduced;
    private final int width;
    private final int height;
    private final float[] nearnessInLightness = new float[RANGE_ENTRIES];
    private final int[] firstColumn;
    private final float[] columnWeights;
    private final float spatialSigma;

    BilateralStrips(LabImage reduced, int width, int height, float spatialSigma, float rangeSigma) {
        this.reduced = reduced;
        this.width = width;
        this.height = height;
        this.spatialSigma = spatialSigma;
        for (int i = 0; i < RANGE_ENTRIES; i++) {
            nearnessInLightness[i] = LEAST_WEIGHT + (float) gaussian(i / 8.0, rangeSigma);
        }
        this.firstColumn = new int[width];
        this.columnWeights = new float[TAPS * width];
        for (int x = 0; x < width; x++) {
            double at = position(x, width, reduced.width());
            firstColumn[x] = (int) Math.round(at) - RADIUS;
            weigh(at, firstColumn[x], reduced.width(), columnWeights, TAPS * x);
        }
    }

    @Override
    public void row(int y, short[] lightness, float[] a, float[] b) {
        double at = position(y, height, reduced.height());
        int firstRow = (int) Math.round(at) - RADIUS;
        float[] rowWeights = new float[TAPS];
        weigh(at, firstRow, reduced.height(), rowWeights, 0);
        for (int x = 0; x < width; x++) {
            float l = (lightness[x] & 0xffff) * (100f / Luminance16.WHITE);
            mean(x, firstRow, rowWeights, l, a, b);
        }
    }

    private void mean(int x, int firstRow, float[] rowWeights, float l, float[] a, float[] b) {
        float sum = 0;
        float sumA = 0;
        float sumB = 0;
        for (int row = 0; row < TAPS; row++) {
            if (rowWeights[row] == 0) {
                continue;
            }
            int at = (firstRow + row) * reduced.width() + firstColumn[x];
            for (int column = 0; column < TAPS; column++) {
                float spatial = rowWeights[row] * columnWeights[TAPS * x + column];
                if (spatial != 0) {
                    float difference = Math.abs(l - reduced.lStar()[at + column]);
                    float weight = spatial * nearnessInLightness[(int) (8 * difference)];
                    sum += weight;
                    sumA += weight * reduced.requireA()[at + column];
                    sumB += weight * reduced.requireB()[at + column];
                }
            }
        }
        a[x] = sumA / sum;
        b[x] = sumB / sum;
    }

    private static double position(int i, int length, int reducedLength) {
        return Math.max(0, Math.min(reducedLength - 1.0, (i + 0.5) * reducedLength / length - 0.5));
    }

    /** Weights along one axis; 0 outside the plane. */
    private void weigh(double at, int first, int length, float[] weights, int offset) {
        for (int tap = 0; tap < TAPS; tap++) {
            int i = first + tap;
            weights[offset + tap] = i < 0 || i >= length ? 0 : (float) gaussian(i - at, spatialSigma);
        }
    }

    private static double gaussian(double distance, double sigma) {
        double x = distance / sigma;
        return Math.exp(-x * x / 2);
    }
}
