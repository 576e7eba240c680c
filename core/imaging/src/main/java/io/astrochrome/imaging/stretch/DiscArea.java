package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Samples;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * The brightest part of a frame that holds together, on a grid of at most {@link #LONGEST} points a side. A point is the
 * least of two by two pixels, so that hot pixels are none.
 *
 * @param grid which points there are
 * @param values of the points, in the channel that was looked at
 * @param part for each point whether it is brighter than a tenth ({@link #IN_TENTH}) or than half ({@link #IN_HALF}) and
 *     belongs to the part
 * @param brightest the brightest point's value
 * @param half how many points of the part are brighter than half
 * @param tenth how many are brighter than a tenth
 * @param halfInFrame how many of the whole frame are brighter than half
 */
record DiscArea(Grid grid, float[] values, byte[] part, double brightest, int half, int tenth, int halfInFrame) {
    private static final int LONGEST = 768;
    private static final byte IN_TENTH = 1;
    private static final byte IN_HALF = 2;

    /** Fewer points are a star. */
    private static final int LEAST_POINTS = 40;

    private static final double HALF = 0.5;
    private static final double TENTH = 0.1;

    /** Every so many pixels of a frame. */
    record Grid(int width, int height, int step, int frameWidth) {
        static Grid of(DecodedFrame frame) {
            int step = Math.max(1, (Math.max(frame.width(), frame.height()) + LONGEST - 1) / LONGEST);
            return new Grid((frame.width() - 1) / step, (frame.height() - 1) / step, step, frame.width());
        }

        int points() {
            return width * height;
        }

        int pixel(int point) {
            return point / width * step * frameWidth + point % width * step;
        }

        float at(Samples plane, int point) {
            int pixel = pixel(point);
            float above = Math.min(plane.get(pixel), plane.get(pixel + 1));
            return Math.min(above, Math.min(plane.get(pixel + frameWidth), plane.get(pixel + frameWidth + 1)));
        }
    }

    /** Around the brightest point; empty where it is too small. {@code dark} and {@code top} span the brightness. */
    static Optional<DiscArea> brightest(DecodedFrame frame, Samples plane, double dark, double top) {
        Grid grid = Grid.of(frame);
        if (grid.points() < LEAST_POINTS) {
            return Optional.empty();
        }
        float[] values = new float[grid.points()];
        int brightest = 0;
        int halfInFrame = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.at(plane, i);
            brightest = values[i] > values[brightest] ? i : brightest;
            halfInFrame += values[i] >= dark + HALF * (top - dark) ? 1 : 0;
        }
        byte[] part = new byte[values.length];
        int tenth = fill(grid, values, brightest, dark + TENTH * (top - dark), part, IN_TENTH);
        int half = fill(grid, values, brightest, dark + HALF * (top - dark), part, IN_HALF);
        return half < LEAST_POINTS
                ? Optional.empty()
                : Optional.of(new DiscArea(grid, values, part, values[brightest], half, tenth, halfInFrame));
    }

    /** Marks what is connected with {@code start} and not darker than that; how many points there are. */
    private static int fill(Grid grid, float[] values, int start, double least, byte[] part, byte mark) {
        Deque<Integer> waiting = new ArrayDeque<>();
        int count = 0;
        if (values[start] >= least) {
            part[start] = mark;
            waiting.add(start);
        }
        while (!waiting.isEmpty()) {
            int point = waiting.remove();
            count++;
            int x = point % grid.width();
            int[] next = {
                x > 0 ? point - 1 : point,
                x < grid.width() - 1 ? point + 1 : point,
                point >= grid.width() ? point - grid.width() : point,
                point < values.length - grid.width() ? point + grid.width() : point
            };
            for (int neighbour : next) {
                if (part[neighbour] < mark && values[neighbour] >= least) {
                    part[neighbour] = mark;
                    waiting.add(neighbour);
                }
            }
        }
        return count;
    }

    /** The share of the points brighter than half that are at least that bright. */
    double shareAbove(double value) {
        int above = 0;
        for (int i = 0; i < part.length; i++) {
            above += part[i] == IN_HALF && values[i] >= value ? 1 : 0;
        }
        return above / (double) half;
    }

    /** The same, with all of the frame's points inside. */
    DiscArea ofWholeFrame() {
        byte[] all = new byte[part.length];
        Arrays.fill(all, IN_TENTH);
        return new DiscArea(grid, values, all, brightest, half, tenth, halfInFrame);
    }

    /**
     * How much of the ellipse with the same second moments the part fills: 1 for a disc, 0.95 for half of one or a square,
     * little for what has arms or gaps.
     */
    double compactness() {
        double[] sums = new double[6];
        for (int i = 0; i < part.length; i++) {
            if (part[i] > 0) {
                double x = i % grid.width();
                double y = Math.floorDiv(i, grid.width());
                sums[0]++;
                sums[1] += x;
                sums[2] += y;
                sums[3] += x * x;
                sums[4] += y * y;
                sums[5] += x * y;
            }
        }
        double n = sums[0];
        double xx = sums[3] / n - sums[1] / n * (sums[1] / n);
        double yy = sums[4] / n - sums[2] / n * (sums[2] / n);
        double xy = sums[5] / n - sums[1] / n * (sums[2] / n);
        return n / (4 * Math.PI * Math.sqrt(Math.max(Double.MIN_NORMAL, xx * yy - xy * xy)));
    }

    /** A channel's values at the part's points that are brighter than a tenth. */
    float[] inside(Samples plane) {
        return where(plane, true);
    }

    /** A channel's values at all other points. */
    float[] outside(Samples plane) {
        return where(plane, false);
    }

    private float[] where(Samples plane, boolean inside) {
        float[] chosen = new float[part.length];
        int count = 0;
        for (int i = 0; i < part.length; i++) {
            if (part[i] > 0 == inside) {
                chosen[count++] = plane.get(grid.pixel(i));
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}
