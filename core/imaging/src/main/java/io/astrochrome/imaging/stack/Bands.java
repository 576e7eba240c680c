package io.astrochrome.imaging.stack;

import java.util.stream.IntStream;

/** Rows of a plane in bands, worked on by all processors; what a band does must not depend on another. */
final class Bands {
    private static final int ROWS = 64;

    private final int height;

    private Bands(int height) {
        this.height = height;
    }

    static Bands of(int height) {
        return new Bands(height);
    }

    /** Works on the rows from the first number to before the second. */
    interface Work {
        void on(int from, int to);
    }

    /** Returns when all rows are done. */
    void forEach(Work work) {
        IntStream.range(0, (height + ROWS - 1) / ROWS)
                .parallel()
                .forEach(band -> work.on(band * ROWS, Math.min(height, (band + 1) * ROWS)));
    }
}
