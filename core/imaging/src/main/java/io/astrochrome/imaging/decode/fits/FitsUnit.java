package io.astrochrome.imaging.decode.fits;

import java.util.List;
import nom.tam.fits.Header;

/**
 * A header and data unit whose header has been read.
 *
 * @param index in the file, from 0
 * @param cards as they are in the file, 80 characters each, without END
 * @param header the same, to look values up
 * @param dataOffset of the first byte of its data
 */
record FitsUnit(int index, List<String> cards, Header header, long dataOffset) {
    private static final int TILED_TABLE_COLUMNS = 1;

    /** Whether it is a picture in the form of a table of compressed tiles. */
    boolean isTileCompressed() {
        return header.getBooleanValue("ZIMAGE", false) && header.getIntValue("TFIELDS", 0) >= TILED_TABLE_COLUMNS;
    }

    private boolean isTable() {
        String extension = header.getStringValue("XTENSION", "IMAGE").trim();
        return !extension.equalsIgnoreCase("IMAGE") && !extension.equalsIgnoreCase("IUEIMAGE");
    }

    /** Whether it has pixels of at least two axes, compressed or not. */
    boolean isImage() {
        return isTileCompressed() || (!isTable() && header.getIntValue("NAXIS", 0) >= 2 && axis(1) > 0);
    }

    /** BITPIX of the picture itself, not of the table that holds it compressed. */
    int bitpix() {
        return header.getIntValue(isTileCompressed() ? "ZBITPIX" : "BITPIX", 0);
    }

    /** How many numbers the picture has. */
    long values() {
        String prefix = isTileCompressed() ? "ZNAXIS" : "NAXIS";
        long values = 1;
        for (int axis = 1; axis <= header.getIntValue(prefix, 0); axis++) {
            values *= Math.max(1, header.getLongValue(prefix + axis, 1));
        }
        return values;
    }

    /** What a table of compressed tiles takes with its heap. */
    long tableBytes() {
        return axis(1) * axis(2) + Math.max(0, header.getLongValue("PCOUNT", 0));
    }

    /** EXTNAME, else where it stands in the file. */
    String name() {
        String name = header.getStringValue("EXTNAME");
        if (name != null && !name.isBlank()) {
            return name.trim();
        }
        return index == 0 ? "the primary one" : "extension " + index;
    }

    /** Length of an axis as the data lie in the file, a compressed picture's table. */
    long axis(int number) {
        return header.getLongValue("NAXIS" + number, 0);
    }
}
