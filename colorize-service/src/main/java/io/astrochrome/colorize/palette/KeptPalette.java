package io.astrochrome.colorize.palette;

import io.astrochrome.imaging.palette.Palette;
import io.astrochrome.imaging.palette.PaletteRequest;
import io.astrochrome.imaging.palette.Swatch;
import java.util.List;

/**
 * A target's palette as it lies in the object store, or is to.
 *
 * @param frameId the colour frame that it is from
 */
public record KeptPalette(String target, String frameId, List<Swatch> swatches) {
    public KeptPalette {
        if (target == null || frameId == null || swatches == null) {
            throw new IllegalArgumentException("a kept palette has a target, a frame and swatches");
        }
        swatches = List.copyOf(swatches);
    }

    Palette palette() {
        return new Palette(PaletteRequest.TARGET, swatches);
    }
}
