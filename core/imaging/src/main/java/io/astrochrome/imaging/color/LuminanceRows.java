package io.astrochrome.imaging.color;

import java.io.IOException;

/**
 * The full-resolution luminance, read a few rows at a time, so that a frame of 60 megapixels need not be in memory. L* is
 * an unsigned 16-bit number: L* = value / 65535 * 100. Implementations may be read by one thread at a time.
 */
public interface LuminanceRows {
    /** In px. */
    int width();

    /** In px. */
    int height();

    /** Copies {@code rows} rows, from {@code firstRow} counted from the top, to the beginning of {@code into}. */
    void read(int firstRow, int rows, short[] into) throws IOException;
}
