package io.astrochrome.trainer.export;

/**
 * Lightness to compare two interpreters of one network on. The array is shared, not copied.
 *
 * @param n pictures
 * @param h rows; a multiple of 32
 * @param w columns; a multiple of 32
 * @param l lightness in [-1, 1], {@code [n, 1, h, w]} row by row
 */
public record Probe(int n, int h, int w, float[] l) {
    /**
     * @throws IllegalArgumentException where the array's length is not that of the shape
     */
    public Probe {
        if (l.length != (long) n * h * w) {
            throw new IllegalArgumentException(
                    "a probe of " + n + " pictures of " + h + " x " + w + " has not " + l.length + " values");
        }
    }
}
