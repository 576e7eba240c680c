package io.astrochrome.imaging.linear;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.SampleLevels;
import io.astrochrome.imaging.decode.Samples;
import java.util.Arrays;

/**
 * One channel's light, row by row from the top left, in the file's units. The array is shared, not copied.
 *
 * @param width in px
 * @param height in px
 * @param values not-a-number where a pixel is missing
 */
public record LinearPlane(int width, int height, float[] values) {
    public LinearPlane {
        if (width < 1 || height < 1 || values.length != (long) width * height) {
            throw new IllegalArgumentException(
                    "a plane of " + width + " x " + height + " px cannot have " + values.length + " values");
        }
    }

    /** A channel of a linear frame; samples of 0 are missing where they are as the decoder says. */
    public static LinearPlane of(DecodedFrame frame, int channel) {
        Samples samples = frame.plane(channel);
        SampleLevels levels = frame.levels();
        boolean zerosAreMissing = samples.distribution().missingShare() > 0;
        double range = levels.white() - levels.black();
        float[] values = new float[samples.length()];
        for (int i = 0; i < values.length; i++) {
            float sample = samples.get(i);
            values[i] = sample == 0 && zerosAreMissing ? Float.NaN : (float) (levels.black() + sample * range);
        }
        return new LinearPlane(frame.width(), frame.height(), values);
    }

    /** The mean of planes of one size. */
    public static LinearPlane mean(LinearPlane... planes) {
        float[] values = new float[planes[0].values.length];
        for (LinearPlane plane : planes) {
            if (plane.values.length != values.length) {
                throw new IllegalArgumentException("planes must have one size to be averaged");
            }
            for (int i = 0; i < values.length; i++) {
                values[i] += plane.values[i] / planes.length;
            }
        }
        return new LinearPlane(planes[0].width, planes[0].height, values);
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
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                means[y * columns + x] = mean(x * side, y * side, side);
            }
        }
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
