package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.model.ColourModel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The palette that is to steer a frame, whichever model colours it.
 *
 * @param name what is recorded with the frame; null where nothing steers
 * @param palette null where nothing steers, or a look of the model's
 * @param trust how far it is heeded; null where there is no palette
 * @param look of the model's; null where it is none
 */
public record ChosenPalette(
        @Nullable String name,
        @Nullable Palette palette,
        @Nullable PaletteTrust trust,
        PaletteRequest.@Nullable Look look) {
    /** The model's own choice. */
    public static final ChosenPalette NONE = new ChosenPalette(null, null, null, null);

    public ChosenPalette {
        if ((palette == null) != (trust == null) || (name == null) != (palette == null && look == null)) {
            throw new IllegalArgumentException("a palette has a name and is trusted, or there is none");
        }
    }

    /** A palette, trusted so far. */
    ChosenPalette(String name, Palette palette, PaletteTrust trust) {
        this(name, palette, trust, null);
    }

    /** A look, which the model that colours the frame offers or does not. */
    static ChosenPalette look(String asked, PaletteRequest.Look look) {
        return new ChosenPalette(asked, null, null, look);
    }

    /** As a model takes it; none where it takes none, or does not offer the look. */
    public Guidance of(ColourModel model) {
        if (look != null) {
            return model.look(look.name())
                    .map(found -> new Guidance(name, found.palette(), found.vividness() * look.vividness()))
                    .orElse(Guidance.NONE);
        }
        return palette == null
                ? Guidance.NONE
                : Guidance.of(Objects.requireNonNull(name), palette, Objects.requireNonNull(trust), model);
    }
}
