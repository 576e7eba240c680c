package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.PaletteTrust;
import io.astrochrome.imaging.palette.PlaceColours;
import io.astrochrome.imaging.palette.Swatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A target's palette as it lies in the object store, or is to.
 *
 * @param frameId the colour frame that it is from, or the newest exposure of the stacks
 * @param measured whether its colours were measured through the target's own filters
 * @param places null where an earlier version kept it
 */
public record KeptPalette(
        String target,
        String frameId,
        List<Swatch> swatches,
        boolean measured,
        @Nullable PlaceColours places) {
    public KeptPalette {
        if (target == null || frameId == null || swatches == null) {
            throw new IllegalArgumentException("a kept palette has a target, a frame and swatches");
        }
        swatches = List.copyOf(swatches);
    }

    Palette palette() {
        return new Palette(PaletteRequest.TARGET, swatches, places);
    }

    /** How far a frame that asks for nothing goes by it. */
    PaletteTrust trust() {
        return measured ? PaletteTrust.CERTAIN : PaletteTrust.KINDRED;
    }
}
