package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.samples.SampleLevels;
import org.jspecify.annotations.Nullable;

/**
 * Samples that are numbers and not shades: floating-point ones, of any range, and integers that are signed or whose bytes the
 * library takes in the wrong order.
 *
 * @param channels 1, or 3 of red, green and blue
 * @param signedBits of a signed integer; 0 for other numbers
 * @param whiteIsZero whether the greatest number is black
 * @param turnedTriples whether these are integers of three bytes, the least first, which come as if the first were the most
 */
record BareNumbers(int channels, int signedBits, boolean whiteIsZero, boolean turnedTriples) {
    static final int TRIPLE_BITS = 24;

    /** The integers from 0 on, which pictures keep to; null where the numbers may be any. */
    @Nullable SampleLevels range() {
        if (turnedTriples && signedBits == 0) {
            return new SampleLevels(0, Math.scalb(1.0, TRIPLE_BITS) - 1);
        }
        return signedBits == 0 ? null : new SampleLevels(0, Math.scalb(1.0, signedBits - 1) - 1);
    }

    /** Gives a row of samples, which the library hands over as unsigned, their bytes' order and their sign; in place. */
    void restore(double[] row) {
        double half = Math.scalb(1.0, signedBits - 1);
        for (int i = 0; i < row.length; i++) {
            if (turnedTriples) {
                row[i] = Integer.reverseBytes((int) (long) row[i]) >>> (Integer.SIZE - TRIPLE_BITS);
            }
            if (signedBits > 0 && row[i] >= half) {
                row[i] -= 2 * half;
            }
            if (whiteIsZero) {
                row[i] = -row[i];
            }
        }
    }
}
