package io.astrochrome.trainer.objective;

import io.astrochrome.tensors.TensorSides;

/**
 * One batch of pictures, all of one size. The arrays are shared, not copied.
 *
 * @param n pictures
 * @param h rows; a multiple of 32
 * @param w columns; a multiple of 32
 * @param l lightness in [-1, 1], {@code [n, 1, h, w]} row by row
 * @param ab colour in [-1, 1] (CIELAB divided by 110), {@code [n, 2, h, w]}: a picture's a plane, then its b plane
 */
public record TrainingBatch(int n, int h, int w, float[] l, float[] ab) {

    /**
     * @throws IllegalArgumentException where a side is not a positive multiple of 32, an array's length is not that of
     *     its shape, or a value is NaN or infinite; the message names what and where
     */
    public TrainingBatch {
        if (n < 1 || !TensorSides.fits(h) || !TensorSides.fits(w)) {
            throw new IllegalArgumentException("a batch of " + n + " pictures of " + h + " x " + w
                    + ": the sides must be positive multiples of " + TensorSides.MULTIPLE);
        }
        require("l", l, (long) n * h * w);
        require("ab", ab, 2L * n * h * w);
    }

    private static void require(String name, float[] values, long length) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    name + " has " + values.length + " values where the batch's shape needs " + length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " holds " + values[i] + " at index " + i);
            }
        }
    }
}
