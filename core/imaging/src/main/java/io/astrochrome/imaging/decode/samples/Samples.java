package io.astrochrome.imaging.decode.samples;

import io.astrochrome.imaging.statistics.Distribution;

/** One channel's values, row by row from the top left, each in [0, 1] and finite. The array is shared, not copied. */
public sealed interface Samples permits UnsignedShortSamples, FloatSamples {
    /** The value at {@code index}, in [0, 1]. */
    float get(int index);

    /** How many values there are. */
    int length();

    /** Their order statistics. */
    Distribution distribution();
}
