package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.SampleLevels;

/**
 * Samples that are numbers and not shades: floating-point ones, of any range, and signed integers.
 *
 * @param channels 1, or 3 of red, green and blue
 * @param signedBits of an integer; 0 for floating-point numbers
 * @param whiteIsZero whether the greatest number is black
 */
record BareNumbers(int channels, int signedBits, boolean whiteIsZero) {
    /** The integers from 0 on, which pictures keep to; null where the numbers may be any. */
    SampleLevels range() {
        return signedBits == 0 ? null : new SampleLevels(0, Math.scalb(1.0, signedBits - 1) - 1);
    }

    /** Gives a row of samples, which the library hands over as unsigned, their sign; in place. */
    void restore(double[] row) {
        double half = Math.scalb(1.0, signedBits - 1);
        for (int i = 0; i < row.length; i++) {
            if (signedBits > 0 && row[i] >= half) {
                row[i] -= 2 * half;
            }
            if (whiteIsZero) {
                row[i] = -row[i];
            }
        }
    }
}
