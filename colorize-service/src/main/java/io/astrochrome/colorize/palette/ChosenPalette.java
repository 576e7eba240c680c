package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.model.ColourModel;

/**
 * The palette that is to steer a frame, whichever model colours it.
 *
 * @param name what is recorded with the frame; null where nothing steers
 * @param palette null where nothing steers
 * @param trust how far it is heeded; null where nothing steers
 */
public record ChosenPalette(String name, Palette palette, PaletteTrust trust) {
    /** The model's own choice. */
    public static final ChosenPalette NONE = new ChosenPalette(null, null, null);

    public ChosenPalette {
        if ((name == null) != (palette == null) || (name == null) != (trust == null)) {
            throw new IllegalArgumentException("a palette has a name and is trusted, or there is none");
        }
    }

    /** As a model takes it; none where it takes none. */
    public Guidance of(ColourModel model) {
        return palette == null ? Guidance.NONE : Guidance.of(name, palette, trust, model);
    }
}
