package io.astrochrome.imaging.palette;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Colours that frames are to be given, lightness by lightness; independent of any network. Immutable.
 *
 * @param name as in {@link Palettes}, or whatever tells where it is from
 * @param swatches at least one
 * @param places where the colours are in the picture that they are of; null where they are of none
 */
public record Palette(
        String name, List<Swatch> swatches, @Nullable PlaceColours places) {
    /** Colours of a picture that are told apart, in units of CIELAB along each axis. */
    private static final float CELL = 5;

    private static final int LIGHTNESS_CELLS = 21;
    private static final int CHROMA_CELLS = 64;

    public Palette {
        swatches = List.copyOf(swatches);
        if (name.isBlank() || swatches.isEmpty()) {
            throw new IllegalArgumentException("a palette needs a name and at least one swatch");
        }
    }

    /** Colours without places. */
    public Palette(String name, List<Swatch> swatches) {
        this(name, swatches, null);
    }

    /**
     * The palette of a colour picture: the mean of each cell of 5 units of L*, a* and b*, a few hundred swatches, and the colours of its
     * places.
     *
     * @throws IllegalArgumentException where it has no colour
     */
    public static Palette of(String name, LabImage picture) {
        if (!picture.hasColour()) {
            throw new IllegalArgumentException("a picture without colour has no palette");
        }
        Map<Integer, Sums> cells = new TreeMap<>();
        for (int i = 0; i < picture.lStar().length; i++) {
            float l = Math.max(0, Math.min(100, picture.lStar()[i]));
            float a = picture.requireA()[i];
            float b = picture.requireB()[i];
            cells.computeIfAbsent(cell(l, a, b), key -> new Sums()).add(l, a, b);
        }
        List<Swatch> swatches = new ArrayList<>();
        cells.values().forEach(sums -> swatches.add(sums.swatch(picture.lStar().length)));
        return new Palette(name, swatches, PlaceColours.of(picture));
    }

    private static int cell(float l, float a, float b) {
        int row = Math.min(LIGHTNESS_CELLS - 1, (int) (l / CELL));
        return (row * CHROMA_CELLS + chromaCell(a)) * CHROMA_CELLS + chromaCell(b);
    }

    private static int chromaCell(float chroma) {
        return Math.max(0, Math.min(CHROMA_CELLS - 1, Math.round(chroma / CELL) + CHROMA_CELLS / 2));
    }

    /** What a network with that layout is steered with, {@code [K]}. */
    public float[] vector(PaletteLayout layout) {
        PaletteTally tally = layout.tally();
        for (Swatch swatch : swatches) {
            tally.count(
                    LabScale.normaliseLightness(swatch.lStar()),
                    LabScale.normaliseChroma(swatch.a()),
                    LabScale.normaliseChroma(swatch.b()),
                    swatch.share());
        }
        return tally.vector();
    }

    /** Sums of one cell. */
    private static final class Sums {
        private double l;
        private double a;
        private double b;
        private int count;

        void add(float pixelL, float pixelA, float pixelB) {
            l += pixelL;
            a += pixelA;
            b += pixelB;
            count++;
        }

        Swatch swatch(int pixels) {
            return new Swatch((float) (l / count), (float) (a / count), (float) (b / count), (float) count / pixels);
        }
    }
}
