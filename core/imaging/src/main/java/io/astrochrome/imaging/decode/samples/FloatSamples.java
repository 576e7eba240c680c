package io.astrochrome.imaging.decode.samples;

import io.astrochrome.imaging.statistics.Distribution;

/**
 * Values of more than 16 bits, brought to [0, 1]; not-a-number and blank pixels of the file are 0.
 *
 * @param values finite, in [0, 1]
 */
public record FloatSamples(float[] values) implements Samples {
    @Override
    public float get(int index) {
        return values[index];
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public Distribution distribution() {
        return Distribution.of(values);
    }
}
