package io.astrochrome.imaging.decode.mosaic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which colour each pixel of a mosaic saw: a tile of colour filters that repeats over the sensor, of 2 x 2 (Bayer), 6 x 6
 * (X-Trans) or any other number of pixels. Pixel (0, 0) is the first of the rows that the pattern is asked for.
 *
 * @param columns of the tile
 * @param rows of the tile
 * @param colours of the tile's pixels, row by row: 0 is red, 1 green, 2 blue; each is there
 */
public record FilterPattern(int columns, int rows, List<Integer> colours) {
    private static final String COLOURS = "RGB";

    /** Larger tiles are of no sensor. */
    private static final int LONGEST_SIDE = 12;

    /** GenICam's names, which give the first row's two colours: BayerRG8 is RGGB. */
    private static final List<List<String>> SHORT_NAMES =
            List.of(List.of("RG", "RGGB"), List.of("BG", "BGGR"), List.of("GR", "GRBG"), List.of("GB", "GBRG"));

    public FilterPattern {
        colours = List.copyOf(colours);
        if (columns < 1 || rows < 1 || columns > LONGEST_SIDE || rows > LONGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a tile of filters has 1 to " + LONGEST_SIDE + " columns and rows, not " + columns + " x " + rows);
        }
        if (colours.size() != columns * rows || !Set.copyOf(colours).equals(Set.of(0, 1, 2))) {
            throw new IllegalArgumentException("a tile of " + columns + " x " + rows
                    + " filters has as many colours, red, green and blue among them, not " + colours);
        }
    }

    /**
     * The pattern of a square tile, as capture programs and cameras name it; empty where the name is of none.
     *
     * @param name its letters row by row, such as RGGB or the 36 of an X-Trans sensor; in any case, with blanks, signs and
     *     {@code Bayer} about them, or GenICam's {@code BayerRG8}
     */
    public static Optional<FilterPattern> named(String name) {
        String letters = letters(name);
        int side = (int) Math.round(Math.sqrt(letters.length()));
        return side * side == letters.length() ? of(letters, side, side) : Optional.empty();
    }

    /** As {@link #named(String)}, of a tile that need not be square. */
    public static Optional<FilterPattern> named(String name, int columns, int rows) {
        return of(letters(name), columns, rows);
    }

    private static Optional<FilterPattern> of(String letters, int columns, int rows) {
        List<Integer> colours = letters.chars().mapToObj(COLOURS::indexOf).toList();
        boolean whole = columns >= 1
                && rows >= 1
                && columns <= LONGEST_SIDE
                && rows <= LONGEST_SIDE
                && colours.size() == columns * rows
                && Set.copyOf(colours).equals(Set.of(0, 1, 2));
        return whole ? Optional.of(new FilterPattern(columns, rows, colours)) : Optional.empty();
    }

    /** A name's letters of filters alone. */
    static String letters(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        String bare = letters.startsWith("BAYER") ? letters.substring("BAYER".length()) : letters;
        for (List<String> each : SHORT_NAMES) {
            if (bare.length() < letters.length() && bare.equals(each.get(0))) {
                return each.get(1);
            }
        }
        return bare;
    }

    /** The colour that pixel (x, y) saw: 0 red, 1 green, 2 blue. */
    public int colourAt(int x, int y) {
        return colours.get(Math.floorMod(y, rows) * columns + Math.floorMod(x, columns));
    }

    /** The pattern that begins so many columns further right and rows further down. */
    public FilterPattern from(long firstColumn, long firstRow) {
        int x0 = (int) Math.floorMod(firstColumn, (long) columns);
        int y0 = (int) Math.floorMod(firstRow, (long) rows);
        Integer[] moved = new Integer[columns * rows];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = colourAt(x0 + i % columns, y0 + i / columns);
        }
        return new FilterPattern(columns, rows, List.of(moved));
    }

    /** The pattern of the same sensor whose rows, {@code height} of them, are read from the last to the first. */
    public FilterPattern flipped(int height) {
        Integer[] flipped = new Integer[columns * rows];
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] = colourAt(i % columns, height - 1 - i / columns);
        }
        return new FilterPattern(columns, rows, List.of(flipped));
    }

    /** Whether it is Bayer's: two by two, green at two corners that face each other. */
    public boolean isBayer() {
        return columns == 2
                && rows == 2
                && (colourAt(0, 0) == 1 ? colourAt(1, 1) == 1 : colourAt(1, 0) == 1 && colourAt(0, 1) == 1);
    }
}
