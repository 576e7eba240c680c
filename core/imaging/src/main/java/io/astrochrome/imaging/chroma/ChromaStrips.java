package io.astrochrome.imaging.chroma;

/** The full-resolution chroma of one frame, row by row in any order. Thread-safe: rows may be asked for by many threads. */
public interface ChromaStrips {
    /**
     * Fills in a* and b* of one row.
     *
     * @param y row of the frame, from the top
     * @param lightness unsigned 16-bit L* of the frame; the row begins at {@code offset}
     * @param a receives a* from {@code offset} on
     * @param b receives b* from {@code offset} on
     */
    void row(int y, short[] lightness, int offset, float[] a, float[] b);
}
