package io.astrochrome.imaging.compose;

import io.astrochrome.imaging.color.LabPlanes;
import io.astrochrome.imaging.color.Luminance16;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.stretch.StretchedFrame;
import java.util.Optional;

/**
 * A picture of several filters' light.
 *
 * @param grey its lightness in full resolution, as a stretched frame of one plane
 * @param known its colours, on half of the resolution
 * @param formula what mixed the colours; empty where there was only one light
 * @param lightnessFrom which role the lightness is from; empty where it was made of the colours' light
 */
public record Composite(
        StretchedFrame grey, KnownColours known, Optional<Formula> formula, Optional<FilterRole> lightnessFrom) {
    /** The lightness in full resolution. */
    public Luminance16 luminance() {
        return LabPlanes.luminanceOfGrey(grey.width(), grey.height(), grey.plane(0));
    }
}
