package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteLayout;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.model.ColourModel;

/**
 * What steers a frame's colours. The arrays are shared.
 *
 * @param name what is recorded with the frame; null where nothing steers
 * @param vector as many values as the model takes; null where nothing steers
 */
public record Guidance(String name, float[] vector) {
    /** The model's own choice. */
    public static final Guidance NONE = new Guidance(null, null);

    public Guidance {
        if ((name == null) != (vector == null)) {
            throw new IllegalArgumentException("a guidance has a name and a vector, or neither");
        }
    }

    /** Whether a model can be steered by palettes at all. */
    public static boolean isFollowedBy(ColourModel model) {
        return PaletteLayout.isWidth(model.paletteSize());
    }

    /** A palette that was asked for, as a model takes it; none where it takes none. */
    public static Guidance of(String name, Palette palette, ColourModel model) {
        return of(name, palette, PaletteTrust.CERTAIN, model);
    }

    /** A palette as a model takes it, trusted so far; none where it takes none. */
    static Guidance of(String name, Palette palette, PaletteTrust trust, ColourModel model) {
        if (!isFollowedBy(model)) {
            return NONE;
        }
        return new Guidance(name, trust.weigh(palette.vector(new PaletteLayout(model.paletteSize()))));
    }
}
