package io.astrochrome.imaging.decode.mosaic;

import java.util.Locale;
import java.util.Optional;

/**
 * Which colour each pixel of a mosaic saw. The pattern holds for the rows in the file's order, as capture programs write
 * it and as Siril reads it. 0 is red, 1 green, 2 blue.
 *
 * @param topLeft of pixel (0, 0)
 * @param topRight of pixel (1, 0)
 * @param bottomLeft of pixel (0, 1)
 * @param bottomRight of pixel (1, 1)
 */
public record BayerPattern(int topLeft, int topRight, int bottomLeft, int bottomRight) {
    private static final String COLOURS = "RGB";

    /**
     * A pattern that begins {@code columns} further right and {@code rows} further down than its name says; empty where
     * the name is of no Bayer pattern.
     *
     * @param name RGGB, BGGR, GRBG or GBRG: the first row's two colours, then the second's
     */
    public static Optional<BayerPattern> named(String name, long columns, long rows) {
        String pattern = name.trim().toUpperCase(Locale.ROOT);
        if (!pattern.matches("RGGB|BGGR|GRBG|GBRG")) {
            return Optional.empty();
        }
        int x = Math.floorMod(columns, 2);
        int y = Math.floorMod(rows, 2);
        return Optional.of(new BayerPattern(
                at(pattern, x, y), at(pattern, x + 1, y), at(pattern, x, y + 1), at(pattern, x + 1, y + 1)));
    }

    private static int at(String pattern, int x, int y) {
        return COLOURS.indexOf(pattern.charAt(x % 2 + (y % 2) * 2));
    }

    /** The colour that pixel (x, y) of the file saw: 0 red, 1 green, 2 blue. */
    public int colourAt(int x, int y) {
        if ((y & 1) == 0) {
            return (x & 1) == 0 ? topLeft : topRight;
        }
        return (x & 1) == 0 ? bottomLeft : bottomRight;
    }
}
