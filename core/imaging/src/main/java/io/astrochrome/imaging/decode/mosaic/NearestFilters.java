package io.astrochrome.imaging.decode.mosaic;

import io.astrochrome.imaging.decode.samples.Samples;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pixel's neighbours tell of a colour that it did not see, for a tile of filters of any size: the mean of the
 * nearest that saw it, weighted by the inverse square of their distance. Taken for green itself and, so that edges keep
 * one colour, for the difference of red and blue from green. Immutable.
 */
final class NearestFilters {
    private static final int GREEN = 1;

    /** Farther pixels tell no more where nearer ones have seen the colour. */
    private static final int LEAST_REACH = 2;

    private final int[][] across;
    private final int[][] down;
    private final float[][] weights;
    private final int columns;
    private final int rows;

    NearestFilters(FilterPattern pattern) {
        columns = pattern.columns();
        rows = pattern.rows();
        int kinds = 3 * columns * rows;
        across = new int[kinds][];
        down = new int[kinds][];
        weights = new float[kinds][];
        for (int colour = 0; colour < 3; colour++) {
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    gather(pattern, colour, x, y);
                }
            }
        }
    }

    private int kind(int colour, int x, int y) {
        return (colour * rows + y % rows) * columns + x % columns;
    }

    private void gather(FilterPattern pattern, int colour, int x, int y) {
        List<int[]> found = new ArrayList<>();
        for (int reach = LEAST_REACH; found.isEmpty(); reach++) {
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    if (pattern.colourAt(x + dx, y + dy) == colour) {
                        found.add(new int[] {dx, dy});
                    }
                }
            }
        }
        int kind = kind(colour, x, y);
        across[kind] = found.stream().mapToInt(at -> at[0]).toArray();
        down[kind] = found.stream().mapToInt(at -> at[1]).toArray();
        weights[kind] = new float[found.size()];
        for (int i = 0; i < found.size(); i++) {
            int squared = across[kind][i] * across[kind][i] + down[kind][i] * down[kind][i];
            weights[kind][i] = squared == 0 ? 0 : 1f / squared;
        }
    }

    /** Green at pixel (x, y). */
    float green(Samples mosaic, int width, int height, int x, int y, FilterPattern pattern) {
        return pattern.colourAt(x, y) == GREEN
                ? mosaic.get(y * width + x)
                : mean(mosaic, null, width, height, GREEN, x, y);
    }

    /** Red (0) or blue (2) at pixel (x, y), where green is known everywhere. */
    float beside(
            Samples mosaic, Samples green, int width, int height, int colour, int x, int y, FilterPattern pattern) {
        return pattern.colourAt(x, y) == colour
                ? mosaic.get(y * width + x)
                : green.get(y * width + x) + mean(mosaic, green, width, height, colour, x, y);
    }

    /** What is beyond an edge tells nothing; where nothing is left, the pixel's own value. */
    private float mean(Samples mosaic, @Nullable Samples green, int width, int height, int colour, int x, int y) {
        int kind = kind(colour, x, y);
        float sum = 0;
        float weight = 0;
        for (int i = 0; i < weights[kind].length; i++) {
            int column = x + across[kind][i];
            int row = y + down[kind][i];
            if (column >= 0 && row >= 0 && column < width && row < height) {
                int at = row * width + column;
                sum += weights[kind][i] * (green == null ? mosaic.get(at) : mosaic.get(at) - green.get(at));
                weight += weights[kind][i];
            }
        }
        if (weight > 0) {
            return sum / weight;
        }
        return green == null ? mosaic.get(y * width + x) : 0;
    }
}
