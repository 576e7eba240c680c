package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.model.ColourModel;

/**
 * The palette that is to steer a frame, whichever model colours it.
 *
 * @param name what is recorded with the frame; null where nothing steers
 * @param palette null where nothing steers, or a look of the model's
 * @param trust how far it is heeded; null where there is no palette
 */
public record ChosenPalette(String name, Palette palette, PaletteTrust trust) {
    /** The model's own choice. */
    public static final ChosenPalette NONE = new ChosenPalette(null, null, null);

    public ChosenPalette {
        boolean look = name != null && name.startsWith(PaletteRequest.LOOK);
        if ((name == null || look) != (palette == null) || (palette == null) != (trust == null)) {
            throw new IllegalArgumentException("a palette has a name and is trusted, or there is none");
        }
    }

    /** A look by its name, which the model that colours the frame offers or does not. */
    static ChosenPalette look(String name) {
        return new ChosenPalette(PaletteRequest.LOOK + name, null, null);
    }

    /** As a model takes it; none where it takes none, or does not offer the look. */
    public Guidance of(ColourModel model) {
        if (name != null && palette == null) {
            return model.looks().stream()
                    .map(Guidance::of)
                    .filter(guidance -> guidance.name().equals(name))
                    .findFirst()
                    .orElse(Guidance.NONE);
        }
        return palette == null ? Guidance.NONE : Guidance.of(name, palette, trust, model);
    }
}
