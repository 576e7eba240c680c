package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;

/** A curve written out for every 16-bit value: one look-up a pixel. */
record ToneTable(short[] entries) {
    static ToneTable of(RescaledTone tone) {
        short[] entries = new short[UnsignedShortSamples.MAX + 1];
        for (int value = 0; value < entries.length; value++) {
            entries[value] = (short) tone.quantised(value / (double) UnsignedShortSamples.MAX);
        }
        return new ToneTable(entries);
    }

    /** Looks every value up; {@code into} may be {@code values} itself, and is returned. */
    short[] apply(short[] values, short[] into) {
        for (int i = 0; i < values.length; i++) {
            into[i] = entries[values[i] & 0xffff];
        }
        return into;
    }
}
