package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.Orientation;
import java.util.Map;
import java.util.Optional;

/**
 * The first directory of a TIFF: the numbers of its fields, by tag.
 *
 * @param bigTiff whether its offsets have 64 bits
 */
record TiffDirectory(Map<Integer, long[]> fields, boolean bigTiff) {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS_PER_SAMPLE = 258;
    static final int PHOTOMETRIC = 262;
    static final int STRIP_OFFSETS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int PLANAR_CONFIGURATION = 284;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int ICC_PROFILE = 34675;

    private static final int PHOTOMETRIC_BLACK_IS_ZERO = 1;

    long width() {
        return first(WIDTH, 0);
    }

    long height() {
        return first(HEIGHT, 0);
    }

    long samplesPerPixel() {
        return first(SAMPLES_PER_PIXEL, 1);
    }

    long bitsPerSample() {
        return first(BITS_PER_SAMPLE, 1);
    }

    boolean isTiled() {
        return fields.containsKey(TILE_OFFSETS);
    }

    /** Rows of a strip or tile, at most the picture's. */
    long rowsPerPiece() {
        long rows = isTiled() ? first(TILE_HEIGHT, 0) : first(ROWS_PER_STRIP, height());
        return Math.min(rows, height());
    }

    /** Columns of a strip or tile. */
    long columnsPerPiece() {
        return isTiled() ? first(TILE_WIDTH, 0) : width();
    }

    long[] offsets() {
        return fields.getOrDefault(isTiled() ? TILE_OFFSETS : STRIP_OFFSETS, new long[0]);
    }

    Optional<long[]> byteCounts() {
        return Optional.ofNullable(fields.get(isTiled() ? TILE_BYTES : STRIP_BYTES));
    }

    /** How many strips or tiles the picture takes. */
    long pieces() {
        long down = (height() + rowsPerPiece() - 1) / rowsPerPiece();
        long across = isTiled() ? (width() + columnsPerPiece() - 1) / columnsPerPiece() : 1;
        return down * across * (first(PLANAR_CONFIGURATION, 1) == 2 ? samplesPerPixel() : 1);
    }

    boolean isGrey() {
        return first(PHOTOMETRIC, PHOTOMETRIC_BLACK_IS_ZERO) <= PHOTOMETRIC_BLACK_IS_ZERO;
    }

    boolean hasProfile() {
        return fields.containsKey(ICC_PROFILE);
    }

    Orientation orientation() {
        return Orientation.ofExif((int) first(ORIENTATION, 1));
    }

    private long first(int tag, long otherwise) {
        long[] values = fields.get(tag);
        return values == null || values.length == 0 ? otherwise : values[0];
    }
}
