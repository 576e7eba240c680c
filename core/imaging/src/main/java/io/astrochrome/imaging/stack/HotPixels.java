package io.astrochrome.imaging.stack;

import io.astrochrome.imaging.linear.ChannelLight;
import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SparePlanes;
import io.astrochrome.imaging.statistics.PixelNoise;
import java.util.Arrays;

/**
 * Mends single pixels that stand out where a star's neighbours would be lit too, hot and dead ones, by the median of their
 * neighbours; without a dark frame.
 */
public final class HotPixels {
    /** Least height above the neighbours, in standard deviations of a pixel's noise. */
    private static final double THRESHOLD = 8;

    /** The neighbours of a hot pixel differ by at most this part of its height above the faintest of them; those of the sharpest star by more. */
    private static final double LONELY = 0.25;

    private HotPixels() {}

    /**
     * A channel mended, and brought to means of squares of {@code side} x {@code side} pixels, those missing left out; what
     * fills no square is cut off. Memory is the result and some rows.
     */
    public static LinearPlane mended(ChannelLight light, int side) {
        return mended(light, side, new SparePlanes());
    }

    /**
     * As {@link #mended(ChannelLight, int)}.
     *
     * @param spare gives the result's array
     */
    public static LinearPlane mended(ChannelLight light, int side, SparePlanes spare) {
        double noise = PixelNoise.of(light::value, light.width(), light.height());
        int columns = light.width() / side;
        int rows = light.height() / side;
        float[] means = spare.take(columns * rows);
        Bands.forEach(rows, (from, to) -> {
            Window window = new Window(light, noise, from * side);
            double[] sums = new double[columns];
            int[] counts = new int[columns];
            float[] row = new float[light.width()];
            for (int y = from; y < to; y++) {
                if (side == 1) {
                    window.next(row);
                    System.arraycopy(row, 0, means, y * columns, columns);
                    continue;
                }
                Arrays.fill(sums, 0);
                Arrays.fill(counts, 0);
                for (int dy = 0; dy < side; dy++) {
                    window.next(row);
                    for (int x = 0; x < columns * side; x++) {
                        if (!Float.isNaN(row[x])) {
                            sums[x / side] += row[x];
                            counts[x / side]++;
                        }
                    }
                }
                for (int x = 0; x < columns; x++) {
                    means[y * columns + x] = counts[x] == 0 ? Float.NaN : (float) (sums[x] / counts[x]);
                }
            }
        });
        return new LinearPlane(columns, rows, means);
    }

    /** Three rows of a channel that move down it. */
    private static final class Window {
        private final ChannelLight light;
        private final double noise;
        private final int width;
        private final float[] rows;
        private final float[] near = new float[8];
        private int y;

        Window(ChannelLight light, double noise, int firstRow) {
            this.light = light;
            this.noise = noise;
            this.width = light.width();
            this.rows = new float[3 * width];
            this.y = firstRow;
            read(firstRow - 1, 1);
            read(firstRow, 2);
        }

        /** The next row, mended. */
        void next(float[] into) {
            System.arraycopy(rows, width, rows, 0, 2 * width);
            read(y + 1, 2);
            System.arraycopy(rows, width, into, 0, width);
            if (noise > 0 && y > 0 && y < light.height() - 1) {
                for (int x = 1; x < width - 1; x++) {
                    int i = width + x;
                    float beside = (rows[i - 1] + rows[i + 1] + rows[i - width] + rows[i + width]) / 4;
                    if (Math.abs(rows[i] - beside) > THRESHOLD / 2 * noise && isLonely(rows, i, width, near, noise)) {
                        into[x] = (near[3] + near[4]) / 2;
                    }
                }
            }
            y++;
        }

        private void read(int row, int place) {
            if (row >= 0 && row < light.height()) {
                for (int x = 0; x < width; x++) {
                    rows[place * width + x] = light.value(row * width + x);
                }
            }
        }
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
        double height = Math.abs(from[i] - middle);
        double next =
                near[7] - near[0]; // whatever a star lights, it lights those beside it more than those at the corners
        double whole = Math.max(from[i] - near[0], near[7] - from[i]);
        return height > THRESHOLD * noise && next < Math.max(LONELY * whole, 4 * noise) && next < height / 2;
    }
}
