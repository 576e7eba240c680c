package io.astrochrome.imaging.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One channel's light, row by row from the top left, in the file's units. The array is shared, not copied.
 *
 * @param width in px
 * @param height in px
 * @param values not-a-number where a pixel is missing
 */
public record LinearPlane(int width, int height, float[] values) implements ChannelLight {
    public LinearPlane {
        if (width < 1 || height < 1 || values.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "a plane of " + width + " x " + height + " px cannot have " + values.length + " values");
        }
    }

    /** The mean of planes of one size. */
    public static LinearPlane mean(LinearPlane... planes) {
        float[] values = new float[planes[0].values.length];
        for (LinearPlane plane : planes) {
            if (plane.values.length != values.length) {
                throw new IllegalArgumentException("planes must have one size to be averaged");
            }
        }
        int width = planes[0].width;
        IntStream.range(0, planes[0].height).parallel().forEach(row -> {
            for (LinearPlane plane : planes) {
                for (int i = row * width; i < (row + 1) * width; i++) {
                    values[i] += plane.values[i] / planes.length;
                }
            }
        });
        return new LinearPlane(width, planes[0].height, values);
    }

    @Override
    public float value(int index) {
        return values[index];
    }

    /** The value at a pixel. */
    public float at(int x, int y) {
        return values[y * width + x];
    }

    /** Means of squares of {@code side} x {@code side} pixels, those missing left out; what fills no square is cut off. */
    public LinearPlane binned(int side) {
        if (side == 1) {
            return this;
        }
        int columns = width / side;
        int rows = height / side;
        float[] means = new float[columns * rows];
        IntStream.range(0, rows).parallel().forEach(y -> {
            for (int x = 0; x < columns; x++) {
                means[y * columns + x] = mean(x * side, y * side, side);
            }
        });
        return new LinearPlane(columns, rows, means);
    }

    private float mean(int left, int top, int side) {
        double sum = 0;
        int count = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                float value = values[y * width + x];
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return count == 0 ? Float.NaN : (float) (sum / count);
    }

    /** A copy that may be changed. */
    public LinearPlane copy() {
        return new LinearPlane(width, height, Arrays.copyOf(values, values.length));
    }
}
