package io.astrochrome.imaging.decode.fits;

import java.util.Locale;
import java.util.Optional;
import nom.tam.fits.Header;

/**
 * Which colour each pixel of a mosaic saw. The pattern holds for the rows in the file's order, as capture programs write
 * it and as Siril reads it. 0 is red, 1 green, 2 blue.
 *
 * @param topLeft of pixel (0, 0)
 * @param topRight of pixel (1, 0)
 * @param bottomLeft of pixel (0, 1)
 * @param bottomRight of pixel (1, 1)
 */
record BayerPattern(int topLeft, int topRight, int bottomLeft, int bottomRight) {
    private static final String COLOURS = "RGB";

    /** From BAYERPAT (or its older name COLORTYP) shifted by XBAYROFF and YBAYROFF; empty where there is no mosaic. */
    static Optional<BayerPattern> of(Header header) {
        String name = header.getStringValue("BAYERPAT", header.getStringValue("COLORTYP", ""));
        String pattern = name.trim().toUpperCase(Locale.ROOT);
        if (!pattern.matches("RGGB|BGGR|GRBG|GBRG")) {
            return Optional.empty();
        }
        int x = offset(header, "XBAYROFF");
        int y = offset(header, "YBAYROFF");
        return Optional.of(new BayerPattern(
                at(pattern, x, y), at(pattern, x + 1, y), at(pattern, x, y + 1), at(pattern, x + 1, y + 1)));
    }

    private static int offset(Header header, String keyword) {
        return Math.floorMod((long) Math.rint(header.getDoubleValue(keyword, 0)), 2);
    }

    private static int at(String pattern, int x, int y) {
        return COLOURS.indexOf(pattern.charAt(x % 2 + y % 2 * 2));
    }

    /** The colour that pixel (x, y) of the file saw: 0 red, 1 green, 2 blue. */
    int colourAt(int x, int y) {
        if ((y & 1) == 0) {
            return (x & 1) == 0 ? topLeft : topRight;
        }
        return (x & 1) == 0 ? bottomLeft : bottomRight;
    }
}
