package io.astrochrome.imaging.decode.samples;

import io.astrochrome.imaging.statistics.Distribution;

/**
 * Values of 16 bits or fewer: 0 to 65535 stand for 0 to 1.
 *
 * @param values read as unsigned
 */
public record UnsignedShortSamples(short[] values) implements Samples {
    /** What stands for 1. */
    public static final int MAX = 65535;

    @Override
    public float get(int index) {
        return (values[index] & MAX) / (float) MAX;
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public Distribution distribution() {
        return Distribution.ofUnsigned(values);
    }
}
