package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.samples.Samples;
import java.util.Arrays;

/**
 * The largest part of a frame that is brighter than a tenth of its bright parts and holds together, on a grid of at most
 * {@link Grid#LONGEST} points a side. A point is the least of two by two pixels, so that hot pixels are none.
 *
 * @param grid which points there are
 * @param values of the points, in the channel that was looked at
 * @param inside for each point whether it belongs to the part
 * @param size how many do
 * @param dark of the frame
 * @param top of its bright parts
 */
record DiscArea(Grid grid, float[] values, boolean[] inside, int size, double dark, double top) {
    private static final double HALF = 0.5;
    private static final double TENTH = 0.1;

    /** Share of the part's own size, as the side of a square, over which a limb rises. */
    private static final double LIMB = 0.03;

    private static final int LEAST_LIMB = 2;

    /** Of the way from dark to top: as bright is a surface behind its limb. */
    private static final double LIT = 0.25;

    /** Every so many pixels of a frame. */
    record Grid(int width, int height, int step, int frameWidth) {
        static final int LONGEST = 768;

        static Grid of(int width, int height) {
            int step = Math.max(1, (Math.max(width, height) + LONGEST - 1) / LONGEST);
            return new Grid((width - 1) / step, (height - 1) / step, step, width);
        }

        int points() {
            return width * height;
        }

        int pixel(int point) {
            return point / width * step * frameWidth + point % width * step;
        }

        /** The point nearest to a pixel. */
        int point(double x, double y) {
            int column = (int) Math.max(0, Math.min(width - 1, Math.round(x / step)));
            int row = (int) Math.max(0, Math.min(height - 1, Math.round(y / step)));
            return row * width + column;
        }

        float[] values(Samples plane) {
            float[] values = new float[points()];
            for (int i = 0; i < values.length; i++) {
                int pixel = pixel(i);
                float above = Math.min(plane.get(pixel), plane.get(pixel + 1));
                float below = Math.min(plane.get(pixel + frameWidth), plane.get(pixel + frameWidth + 1));
                values[i] = Math.min(above, below);
            }
            return values;
        }
    }

    /** In points of that grid; {@code dark} and {@code top} span the brightness. */
    static DiscArea largest(Grid grid, float[] values, double dark, double top) {
        double least = dark + TENTH * (top - dark);
        int[] labels = new int[values.length];
        int[] waiting = new int[values.length];
        int largest = 0;
        int size = 0;
        int label = 0;
        for (int start = 0; start < values.length; start++) {
            if (labels[start] == 0 && values[start] >= least) {
                int count = fill(grid, values, least, labels, ++label, start, waiting);
                if (count > size) {
                    size = count;
                    largest = label;
                }
            }
        }
        boolean[] inside = new boolean[values.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = largest > 0 && labels[i] == largest;
        }
        return new DiscArea(grid, values, inside, size, dark, top);
    }

    private static int fill(
            Grid grid, float[] values, double least, int[] labels, int label, int start, int[] waiting) {
        int from = 0;
        int to = 0;
        labels[start] = label;
        waiting[to++] = start;
        while (from < to) {
            int point = waiting[from++];
            int x = point % grid.width;
            to = visit(values, least, labels, label, x > 0 ? point - 1 : -1, waiting, to);
            to = visit(values, least, labels, label, x < grid.width - 1 ? point + 1 : -1, waiting, to);
            to = visit(values, least, labels, label, point - grid.width, waiting, to);
            int below = point + grid.width;
            to = visit(values, least, labels, label, below < values.length ? below : -1, waiting, to);
        }
        return to;
    }

    private static int visit(float[] values, double least, int[] labels, int label, int point, int[] waiting, int to) {
        if (point < 0 || labels[point] != 0 || values[point] < least) {
            return to;
        }
        labels[point] = label;
        waiting[to] = point;
        return to + 1;
    }

    /** The share of the frame that it covers. */
    double coverage() {
        return size / (double) values.length;
    }

    /** The share of the frame's points brighter than half that belong to it. */
    double dominance() {
        int bright = 0;
        int own = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= dark + HALF * (top - dark)) {
                bright++;
                own += inside[i] ? 1 : 0;
            }
        }
        return bright == 0 ? 0 : own / (double) bright;
    }

    /** The share of its points that are at least that bright. */
    double shareAbove(double value) {
        int above = 0;
        for (int i = 0; i < values.length; i++) {
            above += inside[i] && values[i] >= value ? 1 : 0;
        }
        return size == 0 ? 0 : above / (double) size;
    }

    /** The share of its points that are brighter than half of its own brightest; 0.3 of a star's. */
    double shareAboveHalf() {
        double brightest = dark;
        for (int i = 0; i < values.length; i++) {
            brightest = inside[i] ? Math.max(brightest, values[i]) : brightest;
        }
        return shareAbove(dark + HALF * (brightest - dark));
    }

    /**
     * The share of its boundary, that of the frame left out, behind which it is bright at once: all of it around a full disc,
     * half of it around half of one; none where it fades, as stars, galaxies, most nebulae and gradients do.
     */
    double limb() {
        int reach = Math.max(LEAST_LIMB, (int) Math.round(LIMB * Math.sqrt(size)));
        int boundary = 0;
        int sharp = 0;
        for (int i = 0; i < inside.length; i++) {
            if (!inside[i]) {
                continue;
            }
            int x = i % grid.width;
            int y = i / grid.width;
            for (int side = 0; side < 4; side++) {
                int dx = side == 0 ? -1 : side == 1 ? 1 : 0;
                int dy = side == 2 ? -1 : side == 3 ? 1 : 0;
                if (isWithin(x + dx, y + dy) && !inside[(y + dy) * grid.width + x + dx]) {
                    boundary++;
                    sharp += isLit(x - reach * dx, y - reach * dy) ? 1 : 0;
                }
            }
        }
        return boundary == 0 ? 0 : sharp / (double) boundary;
    }

    private boolean isWithin(int x, int y) {
        return x >= 0 && y >= 0 && x < grid.width && y < grid.height;
    }

    private boolean isLit(int x, int y) {
        return isWithin(x, y) && values[y * grid.width + x] >= dark + LIT * (top - dark);
    }

    /** How much of the ellipse with the same second moments it fills: 1 for a disc, little for what has arms or gaps. */
    double compactness() {
        double[] sums = new double[6];
        for (int i = 0; i < inside.length; i++) {
            if (inside[i]) {
                double x = i % grid.width;
                double y = Math.floorDiv(i, grid.width);
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

    /**
     * How much of a surface's structure there is between blocks of the whole frame: the median distance of a block's median
     * from the mean of its neighbours'. Gradients have next to none.
     */
    double structure() {
        int columns = Math.min(24, grid.width / 4);
        int rows = Math.min(24, grid.height / 4);
        if (columns < 3 || rows < 3) {
            return 0;
        }
        double[][] blocks = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                blocks[row][column] = median(
                        column * grid.width / columns,
                        (column + 1) * grid.width / columns,
                        row * grid.height / rows,
                        (row + 1) * grid.height / rows);
            }
        }
        double[] bends = new double[(rows - 2) * (columns - 2)];
        for (int i = 0; i < bends.length; i++) {
            int row = 1 + i / (columns - 2);
            int column = 1 + i % (columns - 2);
            double around = blocks[row - 1][column]
                    + blocks[row + 1][column]
                    + blocks[row][column - 1]
                    + blocks[row][column + 1];
            bends[i] = Math.abs(blocks[row][column] - around / 4);
        }
        Arrays.sort(bends);
        return bends[bends.length / 2];
    }

    private double median(int left, int right, int top, int bottom) {
        float[] block = new float[(right - left) * (bottom - top)];
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                block[count++] = values[y * grid.width + x];
            }
        }
        Arrays.sort(block);
        return block[count / 2];
    }

    /** The same, with all of the frame's points inside. */
    DiscArea ofWholeFrame() {
        boolean[] all = new boolean[inside.length];
        Arrays.fill(all, true);
        return new DiscArea(grid, values, all, all.length, dark, top);
    }

    /** A channel's values at its points, or at all others. */
    float[] valuesWhere(boolean belongs, Samples plane) {
        float[] chosen = new float[inside.length];
        int count = 0;
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] == belongs) {
                chosen[count++] = plane.get(grid.pixel(i));
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}
