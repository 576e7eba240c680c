package io.astrochrome.imaging.decode.fits;

import java.util.Arrays;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import nom.tam.image.compression.hdu.CompressedImageHDU;

/**
 * Floating-point pictures whose tiles hold scaled integers, as nom-tam-fits 1.21.2 reads them rightly (FITS 4.0, 10.2).
 */
final class QuantizedTiles {
    private static final String BLANK = "ZBLANK";
    private static final String SCALE = "ZSCALE";
    private static final String METHOD = "ZQUANTIZ";

    private QuantizedTiles() {}

    /**
     * Says in the table what the library would not see in its header: that numbers without a scale are the floating-point
     * values themselves, which came out as 0, and which number stands for a missing pixel in every tile; it took 0 for
     * missing, and the missing for dark.
     */
    static void mend(CompressedImageHDU table) throws FitsException {
        Header header = table.getHeader();
        if (!has(header, SCALE)) {
            header.deleteKey(METHOD);
        } else if (header.containsKey(BLANK) && !hasColumn(header, BLANK)) {
            int[] blanks = new int[table.getNRows()];
            Arrays.fill(blanks, header.getIntValue(BLANK));
            table.getKernel(); // a column can be added to a table that is in memory
            table.setColumnName(table.addColumn(blanks) - 1, BLANK, null);
        }
    }

    private static boolean has(Header header, String name) {
        return header.containsKey(name) || hasColumn(header, name);
    }

    private static boolean hasColumn(Header header, String name) {
        int columns = header.getIntValue("TFIELDS", 0);
        for (int column = 1; column <= columns; column++) {
            if (name.equals(header.getStringValue("TTYPE" + column, "").trim())) {
                return true;
            }
        }
        return false;
    }
}
