package io.astrochrome.trainer.data;

/**
 * 64 bits that say where a picture gets brighter to the right (the difference hash, dHash, on 9 x 8 cells of lightness):
 * copies that were scaled, recompressed or restretched differ in a few bits, other pictures in about half.
 */
final class PerceptualHash {
    private static final int ROWS = 8;
    private static final int COLUMNS = 9;

    private PerceptualHash() {}

    static long of(NormalisedLab picture) {
        long hash = 0;
        for (int row = 0; row < ROWS; row++) {
            double left = cell(picture, 0, row);
            for (int column = 1; column < COLUMNS; column++) {
                double right = cell(picture, column, row);
                hash = (hash << 1) | (right > left ? 1 : 0);
                left = right;
            }
        }
        return hash;
    }

    private static double cell(NormalisedLab picture, int column, int row) {
        int x0 = column * picture.width() / COLUMNS;
        int x1 = Math.max(x0 + 1, (column + 1) * picture.width() / COLUMNS);
        int y0 = row * picture.height() / ROWS;
        int y1 = Math.max(y0 + 1, (row + 1) * picture.height() / ROWS);
        double sum = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                sum += picture.l()[y * picture.width() + x];
            }
        }
        return sum / ((x1 - x0) * (y1 - y0));
    }

    static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }
}
