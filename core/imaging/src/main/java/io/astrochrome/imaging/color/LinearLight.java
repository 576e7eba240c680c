package io.astrochrome.imaging.color;

/**
 * A run of pixels in linear sRGB, made from CIELAB in loops so short and straight that the virtual machine turns them
 * into vector instructions; one long loop over all of it takes six times as long. One for each thread and picture; not thread-safe.
 */
final class LinearLight {
    /** Pixels of a run: four arrays of it stay in the first cache. */
    static final int LENGTH = 1024;

    private static final float R_X = RgbMatrix.fromXyz(0, 0);
    private static final float R_Y = RgbMatrix.fromXyz(0, 1);
    private static final float R_Z = RgbMatrix.fromXyz(0, 2);
    private static final float G_X = RgbMatrix.fromXyz(1, 0);
    private static final float G_Y = RgbMatrix.fromXyz(1, 1);
    private static final float G_Z = RgbMatrix.fromXyz(1, 2);
    private static final float B_X = RgbMatrix.fromXyz(2, 0);
    private static final float B_Y = RgbMatrix.fromXyz(2, 1);
    private static final float B_Z = RgbMatrix.fromXyz(2, 2);

    /** f of Y, which is (L* + 16) / 116: to be filled in before {@link #fill}. */
    final float[] fy = new float[LENGTH];

    final float[] red = new float[LENGTH];
    final float[] green = new float[LENGTH];
    final float[] blue = new float[LENGTH];

    private final float[] x = new float[LENGTH];
    private final float[] y = new float[LENGTH];
    private final float[] z = new float[LENGTH];
    private final float[] excess = new float[LENGTH];

    /** Fills in red, green and blue of {@code count} pixels whose chroma begins at {@code from}. */
    void fill(float[] a, float[] b, int from, int count) {
        shifted(fy, a, 1 / 500f, from, count, x);
        shifted(fy, b, -1 / 200f, from, count, z);
        ratios(x, count, x);
        ratios(fy, count, y);
        ratios(z, count, z);
        weighted(x, R_X, y, R_Y, z, R_Z, count, red);
        weighted(x, G_X, y, G_Y, z, G_Z, count, green);
        weighted(x, B_X, y, B_Y, z, B_Z, count, blue);
    }

    /** How far outside [0, 1] the worst of each pixel's colours is: not above 0 inside, not a number where it is none. */
    float[] excess(int count) {
        for (int i = 0; i < count; i++) {
            float least = Math.min(red[i], Math.min(green[i], blue[i]));
            float most = Math.max(red[i], Math.max(green[i], blue[i]));
            excess[i] = Math.max(-least, most - 1);
        }
        return excess;
    }

    private static void shifted(float[] f, float[] chroma, float scale, int from, int count, float[] result) {
        for (int i = 0; i < count; i++) {
            result[i] = f[i] + scale * chroma[from + i];
        }
    }

    private static void ratios(float[] f, int count, float[] result) {
        for (int i = 0; i < count; i++) {
            result[i] = Curves.inverseF(f[i]);
        }
    }

    private static void weighted(
            float[] x, float wx, float[] y, float wy, float[] z, float wz, int count, float[] result) {
        for (int i = 0; i < count; i++) {
            result[i] = wx * x[i] + wy * y[i] + wz * z[i];
        }
    }

    /** Makes the pixel's chroma as large as sRGB has it at that lightness and hue. */
    void bringInside(int i, float a, float b) {
        float da = a * (1 / 500f);
        float db = b * (1 / 200f);
        float luminance = Curves.inverseF(fy[i]);
        float share = (float) GamutBoundary.chromaShare(fy[i], da, db);
        float xRatio = share == 0 ? luminance : Curves.inverseF(fy[i] + share * da);
        float zRatio = share == 0 ? luminance : Curves.inverseF(fy[i] - share * db);
        red[i] = R_X * xRatio + R_Y * luminance + R_Z * zRatio;
        green[i] = G_X * xRatio + G_Y * luminance + G_Z * zRatio;
        blue[i] = B_X * xRatio + B_Y * luminance + B_Z * zRatio;
    }
}
