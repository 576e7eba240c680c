package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;

/**
 * A tone curve behind a straight line that brings another frame's scale to the curve's.
 *
 * @param gain 1 where the scales are the same
 * @param offset 0 where the scales are the same
 */
record RescaledTone(ToneCurve tone, double gain, double offset) {
    boolean isIdentity() {
        return tone instanceof IdentityTone && gain == 1 && offset == 0;
    }

    /** The unsigned 16-bit value, rounded, for a value in [0, 1]. */
    int quantised(double value) {
        double rescaled = value * gain + offset;
        double stretched = tone.apply(Math.max(0, Math.min(1, rescaled)));
        return (int) (stretched * UnsignedShortSamples.MAX + 0.5);
    }

    short[] apply(float[] values) {
        short[] stretched = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            stretched[i] = (short) quantised(values[i]);
        }
        return stretched;
    }
}
