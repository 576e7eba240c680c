package io.astrochrome.imaging.decode;

import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.util.Locale;
import java.util.Optional;

/**
 * How a stored picture is brought upright, in the order of EXIF's numbers 1 to 8.
 *
 * @see <a href="https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf">EXIF 2.32, tag 0x0112</a>
 */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURNED_LEFT(true, false, true);

    private final boolean swapsSides;
    private final boolean fromRight;
    private final boolean fromBottom;

    Orientation(boolean swapsSides, boolean fromRight, boolean fromBottom) {
        this.swapsSides = swapsSides;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** Numbers that EXIF does not know are upright. */
    public static Orientation ofExif(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /**
     * XISF's orientation attribute (XISF 1.0, section 11.5.2): a turn counter-clockwise in degrees, then a flip from left to
     * right; empty where it is neither.
     */
    public static Optional<Orientation> ofXisf(String attribute) {
        return switch (attribute.replace(" ", "").toLowerCase(Locale.ROOT)) {
            case "", "0" -> Optional.of(UPRIGHT);
            case "flip", "0;flip" -> Optional.of(MIRRORED);
            case "90", "-270" -> Optional.of(TURNED_LEFT);
            case "90;flip" -> Optional.of(TRANSVERSED);
            case "-90", "270" -> Optional.of(TURNED_RIGHT);
            case "-90;flip" -> Optional.of(TRANSPOSED);
            case "180", "-180" -> Optional.of(UPSIDE_DOWN);
            case "180;flip" -> Optional.of(FLIPPED);
            default -> Optional.empty();
        };
    }

    /** Of the upright picture. */
    public int width(int storedWidth, int storedHeight) {
        return swapsSides ? storedHeight : storedWidth;
    }

    /** Of the upright picture. */
    public int height(int storedWidth, int storedHeight) {
        return swapsSides ? storedWidth : storedHeight;
    }

    /** The plane upright, a new one unless it is already. */
    public Samples upright(Samples stored, int storedWidth, int storedHeight) {
        if (this == UPRIGHT) {
            return stored;
        }
        if (stored instanceof UnsignedShortSamples shorts) {
            short[] from = shorts.values();
            short[] to = new short[from.length];
            for (int y = 0; y < storedHeight; y++) {
                for (int x = 0; x < storedWidth; x++) {
                    to[target(x, y, storedWidth, storedHeight)] = from[y * storedWidth + x];
                }
            }
            return new UnsignedShortSamples(to);
        }
        float[] from = ((FloatSamples) stored).values();
        float[] to = new float[from.length];
        for (int y = 0; y < storedHeight; y++) {
            for (int x = 0; x < storedWidth; x++) {
                to[target(x, y, storedWidth, storedHeight)] = from[y * storedWidth + x];
            }
        }
        return new FloatSamples(to);
    }

    /** Where a stored pixel goes. */
    int target(int x, int y, int storedWidth, int storedHeight) {
        int column = swapsSides ? y : x;
        int row = swapsSides ? x : y;
        int width = width(storedWidth, storedHeight);
        int height = height(storedWidth, storedHeight);
        return (fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column);
    }
}
