package io.astrochrome.imaging.register;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.linear.SparePlanes;
import io.astrochrome.imaging.statistics.FloatOrder;
import io.astrochrome.imaging.statistics.PixelNoise;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The sky beneath the stars, on a coarse mesh: the clipped median of each box, outliers replaced, and between
 * the boxes' centres a bilinear surface (as SExtractor does; Bertin and Arnouts 1996, section 4.1).
 *
 * @param box side of a box in px
 * @param columns of boxes
 * @param rows of boxes
 * @param levels of the boxes in the plane's units, row by row; the array is shared
 * @param level the median of the boxes, in the plane's units
 * @param noise the standard deviation of a pixel
 */
public record SkyBackground(int box, int columns, int rows, float[] levels, double level, double noise) {
    private static final int BOX = 64;
    private static final int LEAST_BOXES = 4;
    private static final int MOST_VALUES = 512;
    private static final double CLIPPING = 3;
    private static final int ROUNDS = 3;

    /** How far a box may lie from its neighbours' median, in units of the range that they have. */
    private static final double OUTLIER = 1.5;

    /** A Gaussian's standard deviation in units of its median absolute deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    public SkyBackground {
        if (box < 1 || columns < 1 || rows < 1 || levels.length != columns * rows) {
            throw new IllegalArgumentException("a mesh of " + columns + " x " + rows + " boxes of " + box
                    + " px cannot have " + levels.length + " levels");
        }
    }

    /** Of a plane; pixels that are missing do not count. */
    public static SkyBackground of(LinearPlane plane) {
        int box = Math.max(8, Math.min(BOX, Math.min(plane.width(), plane.height()) / LEAST_BOXES));
        int columns = Math.max(1, plane.width() / box);
        int rows = Math.max(1, plane.height() / box);
        float[] levels = new float[columns * rows];
        IntStream.range(0, rows).parallel().forEach(row -> {
            float[] buffer = new float[MOST_VALUES];
            for (int column = 0; column < columns; column++) {
                int count = sample(plane, column * box, row * box, box, buffer);
                levels[row * columns + column] = clippedMedian(buffer, count);
            }
        });
        double noise = PixelNoise.of(i -> plane.values()[i], plane.width(), plane.height());
        float[] smooth = smoothed(levels, columns, rows);
        return new SkyBackground(box, columns, rows, smooth, median(smooth), noise);
    }

    /** The sky at a pixel; at the edges, beyond the outer boxes' centres, it goes on as it came. */
    public double at(double x, double y) {
        double column = Math.max(-0.5, Math.min(columns - 0.5, (x + 0.5) / box - 0.5));
        double row = Math.max(-0.5, Math.min(rows - 0.5, (y + 0.5) / box - 0.5));
        int left = (int) Math.max(0, Math.min(Math.floor(column), columns - 2));
        int top = (int) Math.max(0, Math.min(Math.floor(row), rows - 2));
        int right = Math.min(left + 1, columns - 1);
        int bottom = Math.min(top + 1, rows - 1);
        double dx = column - left;
        double dy = row - top;
        double above = levels[top * columns + left] * (1 - dx) + levels[top * columns + right] * dx;
        double below = levels[bottom * columns + left] * (1 - dx) + levels[bottom * columns + right] * dx;
        return above * (1 - dy) + below * dy;
    }

    /** The plane without its sky. */
    public LinearPlane subtractedFrom(LinearPlane plane) {
        return subtractedFrom(plane, new SparePlanes());
    }

    /**
     * As {@link #subtractedFrom(LinearPlane)}.
     *
     * @param spare gives its array
     */
    LinearPlane subtractedFrom(LinearPlane plane, SparePlanes spare) {
        float[] values = spare.take(plane.values().length);
        int width = plane.width();
        IntStream.range(0, plane.height()).parallel().forEach(y -> {
            // Between two columns of boxes the surface is straight along a row.
            for (int from = 0, to; from < width; from = to) {
                int end = from < columns * box ? Math.min(columns * box, width) : width;
                to = Math.min(end, from == 0 ? box / 2 + box : from + box);
                double first = at(from, y);
                double slope = to - from < 2 ? 0 : (at(to - 1, y) - first) / (to - 1 - from);
                for (int i = y * width + from, x = 0; x < to - from; i++, x++) {
                    values[i] = (float) (plane.values()[i] - (first + slope * x));
                }
            }
        });
        return new LinearPlane(plane.width(), plane.height(), values);
    }

    private static int sample(LinearPlane plane, int left, int top, int box, float[] into) {
        int right = Math.min(plane.width(), left + box);
        int bottom = Math.min(plane.height(), top + box);
        int step = Math.max(1, (right - left) * (bottom - top) / MOST_VALUES) | 1;
        int count = 0;
        for (int i = 0; i < (right - left) * (bottom - top) && count < into.length; i += step) {
            float value = plane.at(left + i % (right - left), top + i / (right - left));
            if (!Float.isNaN(value)) {
                into[count++] = value;
            }
        }
        return count;
    }

    private static float clippedMedian(float[] values, int count) {
        FloatOrder.sort(values, count);
        int from = 0;
        int to = count;
        float median = Float.NaN;
        for (int round = 0; round < ROUNDS && to > from; round++) {
            median = values[(from + to) / 2];
            float deviation = (float) (MAD_TO_SIGMA * medianDistance(values, from, to));
            while (to > from && values[to - 1] > median + CLIPPING * deviation && deviation > 0) {
                to--;
            }
            while (to > from && values[from] < median - CLIPPING * deviation && deviation > 0) {
                from++;
            }
        }
        return median;
    }

    /** The median of the distances of sorted values from their own; those on either side are in order already. */
    private static float medianDistance(float[] values, int from, int to) {
        int right = (from + to) / 2;
        int left = right - 1;
        float median = values[right];
        float distance = 0;
        for (int i = 0; i <= (to - from) / 2; i++) {
            boolean below = right == to || (left >= from && median - values[left] < values[right] - median);
            distance = below ? median - values[left--] : values[right++] - median;
        }
        return distance;
    }

    /**
     * Levels, with those replaced by their neighbours' median that lie far outside of these: under a galaxy or a bright star.
     * A gradient's are not.
     */
    private static float[] smoothed(float[] levels, int columns, int rows) {
        float[] smooth = new float[levels.length];
        float[] near = new float[8];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                int count = 0;
                for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
                    for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                        float level = levels[y * columns + x];
                        if (!Float.isNaN(level) && y * columns + x != at) {
                            near[count++] = level;
                        }
                    }
                }
                Arrays.sort(near, 0, count);
                float middle = count == 0 ? levels[at] : near[count / 2];
                float range = count == 0 ? 0 : near[count - 1] - near[0];
                boolean usual = Math.abs(levels[at] - middle) <= OUTLIER * range; // and not not-a-number
                smooth[at] = usual || count == 0 ? levels[at] : middle;
                smooth[at] = Float.isNaN(smooth[at]) ? 0 : smooth[at];
            }
        }
        return smooth;
    }

    private static double median(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted); // not-a-number comes last
        int count = sorted.length;
        while (count > 0 && Float.isNaN(sorted[count - 1])) {
            count--;
        }
        return count == 0 ? 0 : sorted[count / 2];
    }
}
