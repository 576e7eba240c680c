package io.astrochrome.imaging.palette;

/**
 * How a palette becomes the {@code K} numbers that a network is steered with: a coarse histogram of a and b for each of
 * three bands of lightness, then a 1 that says that a palette is given. All zeros: unguided; all
 * of it scaled down: heeded less ({@link PaletteTrust}).
 *
 * <p>{@code K = 3 g * g + 1} with {@code g} odd and at least 3. A band's {@code g * g} shares lie row by row, a's knots
 * down and b's across; the knots are at {@code sign(u) u^2 / 2} of normalised a and b for {@code u} from -1 to 1 in equal
 * steps, close together near grey where colours of the sky are. A colour between knots counts for its neighbours by
 * nearness, so that the mean colour of a band is kept exactly; what lies outside counts for the outermost knots. A
 * lightness counts for its neighbouring bands likewise. Shares of a band add up to nearly 1, to 0 where the picture has no
 * such lightness. Immutable, thread-safe.
 *
 * @param width K
 */
public record PaletteLayout(int width) {
    /** Bands of lightness: sky, object, highlights. */
    static final int BANDS = 3;
    /** L*, over 100, at which a pixel counts for one band alone. */
    static final float[] BAND_CENTRES = {0.15f, 0.4f, 0.75f};

    /** Largest normalised a and b that are told apart: 55 units of CIELAB. */
    private static final float REACH = 0.5f;

    private static final int LEAST_KNOTS = 3;
    private static final int MOST_KNOTS = 31;

    /**
     * @throws IllegalArgumentException where no palette has that length
     */
    public PaletteLayout {
        if (!isWidth(width)) {
            throw new IllegalArgumentException("a palette has 3 * g * g + 1 values with an odd g of " + LEAST_KNOTS
                    + " to " + MOST_KNOTS + " (28, 76, 148, 244, ...), not " + width);
        }
    }

    /** Whether palettes can have that length. */
    public static boolean isWidth(int width) {
        int knots = knots(width);
        return knots % 2 == 1 && knots >= LEAST_KNOTS && knots <= MOST_KNOTS && BANDS * knots * knots + 1 == width;
    }

    private static int knots(int width) {
        return (int) Math.round(Math.sqrt(Math.max(0, width - 1) / (double) BANDS));
    }

    /** A tally to count a picture's pixels with. */
    public PaletteTally tally() {
        return new PaletteTally(this);
    }

    /** Knots of a, and of b. */
    int knots() {
        return knots(width);
    }

    /** Normalised a or b of each knot, rising. */
    float[] knotValues() {
        float[] values = new float[knots()];
        for (int i = 0; i < values.length; i++) {
            float u = 2f * i / (values.length - 1) - 1;
            values[i] = Math.signum(u) * u * u * REACH;
        }
        return values;
    }
}
