package io.astrochrome.imaging.decode.fits;

/**
 * One chip of a detector: which rectangle of its picture is of the sky, and where that lies in the whole. All from 0, rows
 * in the file's order.
 *
 * @param dataX first column of the rectangle in the chip's picture
 * @param dataY first row of the rectangle in the chip's picture
 * @param width of the rectangle in px
 * @param height of the rectangle in px
 * @param x its first column in the whole
 * @param y its first row in the whole
 * @param flippedColumns whether its columns run the other way in the whole
 * @param flippedRows whether its rows run the other way in the whole
 */
record Chip(
        FitsUnit unit,
        int dataX,
        int dataY,
        int width,
        int height,
        long x,
        long y,
        boolean flippedColumns,
        boolean flippedRows) {
    Chip moved(long right, long up) {
        return new Chip(unit, dataX, dataY, width, height, x + right, y + up, flippedColumns, flippedRows);
    }

    long right() {
        return x + width;
    }

    long top() {
        return y + height;
    }

    boolean overlaps(Chip other) {
        return x < other.right() && other.x < right() && y < other.top() && other.y < top();
    }

    boolean hasRow(long row) {
        return row >= y && row < top();
    }
}
