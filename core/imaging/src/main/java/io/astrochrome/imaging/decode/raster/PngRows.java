package io.astrochrome.imaging.decode.raster;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Undoes PNG's filters, row by row (PNG, third edition, section 9). */
final class PngRows {
    private final DataInputStream in;
    private final int distance;
    private byte[] row = {};
    private byte[] above = {};

    /**
     * Rows of one pass.
     *
     * @param inflated the decompressed picture, at the pass's first row
     * @param distance in bytes to the sample that filters look back to
     */
    PngRows(InputStream inflated, int rowBytes, int distance) {
        this.in = new DataInputStream(inflated);
        this.distance = distance;
        this.row = new byte[rowBytes];
        this.above = new byte[rowBytes];
    }

    /** The next row's bytes; they are overwritten by the row after the next. */
    byte[] next() throws IOException {
        byte[] free = above;
        above = row;
        row = free;
        int filter = in.readUnsignedByte();
        in.readFully(row);
        switch (filter) {
            case 0 -> {}
            case 1 -> sub();
            case 2 -> up();
            case 3 -> average();
            case 4 -> paeth();
            default -> throw new IOException("a row has the unknown filter " + filter);
        }
        return row;
    }

    private void sub() {
        for (int i = distance; i < row.length; i++) {
            row[i] += row[i - distance];
        }
    }

    private void up() {
        for (int i = 0; i < row.length; i++) {
            row[i] += above[i];
        }
    }

    private void average() {
        for (int i = 0; i < row.length; i++) {
            int left = i < distance ? 0 : row[i - distance] & 0xff;
            row[i] += (byte) ((left + (above[i] & 0xff)) >> 1);
        }
    }

    private void paeth() {
        for (int i = 0; i < row.length; i++) {
            int left = i < distance ? 0 : row[i - distance] & 0xff;
            int corner = i < distance ? 0 : above[i - distance] & 0xff;
            row[i] += (byte) predictor(left, above[i] & 0xff, corner);
        }
    }

    private static int predictor(int left, int above, int corner) {
        int estimate = left + above - corner;
        int toLeft = Math.abs(estimate - left);
        int toAbove = Math.abs(estimate - above);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toAbove && toLeft <= toCorner) {
            return left;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
