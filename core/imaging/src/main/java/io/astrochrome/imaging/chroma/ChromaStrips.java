package io.astrochrome.imaging.chroma;

/** The full-resolution chroma of one frame, row by row in any order. Thread-safe: rows may be asked for by many threads. */
public interface ChromaStrips {
    /**
     * Fills in a* and b* of one row.
     *
     * @param y row of the frame, from the top
     * @param lightness unsigned 16-bit L* of the row
     * @param a receives a* of the row
     * @param b receives b* of the row
     */
    void row(int y, short[] lightness, float[] a, float[] b);
}
