package io.astrochrome.trainer.export;

import java.util.List;

/**
 * Planes of pictures, one after the other, row by row.
 *
 * @param n pictures
 */
record Planes(int n, int h, int w, float[] values) {
    static Planes of(Probe probe) {
        return new Planes(probe.n(), probe.h(), probe.w(), probe.l());
    }

    /** As what a model is tried with. */
    Probe probe() {
        return new Probe(n, h, w, values);
    }

    /** Other values of pictures of the same size. */
    Planes with(float[] others) {
        return new Planes(n, h, w, others);
    }

    Planes flipped(List<Axis> axes) {
        float[] flipped = new float[values.length];
        for (int i = 0; i < flipped.length; i++) {
            int row = i / w % h;
            int column = i % w;
            int fromRow = axes.contains(Axis.ROWS) ? h - 1 - row : row;
            int fromColumn = axes.contains(Axis.COLUMNS) ? w - 1 - column : column;
            flipped[i] = values[(i / (h * w) * h + fromRow) * w + fromColumn];
        }
        return with(flipped);
    }

    /** Rows for columns. */
    Planes transposed() {
        float[] transposed = new float[values.length];
        for (int i = 0; i < transposed.length; i++) {
            int row = i / w % h;
            int column = i % w;
            transposed[i / (h * w) * h * w + column * h + row] = values[i];
        }
        return new Planes(n, w, h, transposed);
    }
}
