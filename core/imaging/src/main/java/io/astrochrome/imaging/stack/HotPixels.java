package io.astrochrome.imaging.stack;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.statistics.PixelNoise;
import java.util.Arrays;

/**
 * Mends single pixels that stand out where a star's neighbours would be lit too, hot and dead ones, by the median of their
 * neighbours; without a dark frame.
 */
public final class HotPixels {
    /** Least height above the neighbours, in standard deviations of a pixel's noise. */
    private static final double THRESHOLD = 8;

    /** The second brightest of three by three is at most this part of a hot pixel; of the sharpest star's it is more. */
    private static final double LONELY = 0.25;

    private HotPixels() {}

    /** Mends in place; how many pixels there were. */
    public static int mend(LinearPlane plane) {
        double noise = PixelNoise.of(i -> plane.values()[i], plane.width(), plane.height());
        if (!(noise > 0)) {
            return 0;
        }
        float[] from = plane.values().clone();
        float[] near = new float[8];
        int mended = 0;
        for (int y = 1; y < plane.height() - 1; y++) {
            for (int x = 1; x < plane.width() - 1; x++) {
                int i = y * plane.width() + x;
                float beside = (from[i - 1] + from[i + 1] + from[i - plane.width()] + from[i + plane.width()]) / 4;
                if (Math.abs(from[i] - beside) > THRESHOLD / 2 * noise
                        && isLonely(from, i, plane.width(), near, noise)) {
                    plane.values()[i] = (near[3] + near[4]) / 2;
                    mended++;
                }
            }
        }
        return mended;
    }

    private static boolean isLonely(float[] from, int i, int width, float[] near, double noise) {
        int count = 0;
        for (int dy = -width; dy <= width; dy += width) {
            for (int dx = -1; dx <= 1; dx++) {
                if (dy != 0 || dx != 0) {
                    near[count++] = from[i + dy + dx];
                }
            }
        }
        Arrays.sort(near);
        float middle = (near[3] + near[4]) / 2;
        double height = from[i] - middle;
        double next = height > 0 ? near[7] - middle : middle - near[0];
        return Math.abs(height) > THRESHOLD * noise
                && next < Math.max(LONELY * Math.abs(height), 4 * noise)
                && next < Math.abs(height) / 2;
    }
}
