package io.astrochrome.imaging.decode.mosaic;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A mosaic's missing pixels: samples of 0 that lie apart from all others, as not-a-number and blank ones become. For the
 * interpolation of colours they have the mean of their nearest neighbours behind the same filter, so that they darken nothing
 * around them; in the picture they are missing as before.
 */
final class MissingPixels {
    /** Farther pixels are of another place in the sky. */
    private static final int REACH = 4;

    private final Samples mosaic;
    private final int width;
    private final int height;

    MissingPixels(Samples mosaic, int width, int height) {
        this.mosaic = mosaic;
        this.width = width;
        this.height = height;
    }

    boolean any() {
        double share = mosaic.distribution().missingShare();
        return share > 0 && share < 1;
    }

    private boolean isMissing(int x, int y) {
        return mosaic.get(y * width + x) == 0;
    }

    /** A copy to interpolate; where no neighbour is left within reach, 0. */
    Samples filled(FilterPattern pattern) {
        Samples copy = copy();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isMissing(x, y)) {
                    put(copy, y * width + x, mean(pattern, x, y));
                }
            }
        }
        return copy;
    }

    private float mean(FilterPattern pattern, int x, int y) {
        int colour = pattern.colourAt(x, y);
        float sum = 0;
        float weight = 0;
        for (int row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
            for (int column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
                if (pattern.colourAt(column, row) == colour && !isMissing(column, row)) {
                    int squared = (column - x) * (column - x) + (row - y) * (row - y);
                    // The fourth power of the distance: the nearest ones tell, wherever they lie.
                    float near = 1f / (squared * squared);
                    sum += near * mosaic.get(row * width + column);
                    weight += near;
                }
            }
        }
        return weight > 0 ? sum / weight : 0;
    }

    /** Makes the mosaic's missing pixels those of the planes; in place. */
    void keepIn(List<Samples> planes, IntUnaryOperator rowOf) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isMissing(x, y)) {
                    int at = rowOf.applyAsInt(y) * width + x;
                    planes.forEach(plane -> put(plane, at, 0));
                }
            }
        }
    }

    private Samples copy() {
        return mosaic instanceof UnsignedShortSamples shorts
                ? new UnsignedShortSamples(shorts.values().clone())
                : new FloatSamples(((FloatSamples) mosaic).values().clone());
    }

    private static void put(Samples samples, int at, float value) {
        if (samples instanceof UnsignedShortSamples shorts) {
            shorts.values()[at] = (short) (int) (value * UnsignedShortSamples.MAX + 0.5f);
        } else if (samples instanceof FloatSamples floats) {
            floats.values()[at] = value;
        }
    }
}
