package io.astrochrome.imaging.stack;

import java.util.stream.IntStream;

/** Where the rows of a stack are: in bands, worked on by all processors; what a band does must not depend on another. */
interface Bands {
    /** Rows of a band; the last may have fewer. */
    int ROWS = 32;

    /** What is done with a band. */
    interface Work {
        /**
         * Does it once.
         *
         * @param from its first row
         */
        void on(StackBand band, int from);
    }

    /** Changes every band, and keeps them with the weights of their subs. */
    void change(SubWeights subs, Work work);

    /** Shows every band; none is changed. */
    void look(Work work);

    /** What is done with the rows of a band. */
    interface Rows {
        void between(int from, int to);
    }

    /** Works on the rows of all bands of a plane, and returns when all are done. */
    static void forEach(int height, Rows work) {
        IntStream.range(0, (height + ROWS - 1) / ROWS)
                .parallel()
                .forEach(band -> work.between(band * ROWS, Math.min(height, (band + 1) * ROWS)));
    }
}
