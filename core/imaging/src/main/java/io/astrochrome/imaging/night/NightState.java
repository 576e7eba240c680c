package io.astrochrome.imaging.night;

import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.register.Pose;
import io.astrochrome.imaging.register.SkyBackground;
import io.astrochrome.imaging.register.Star;
import java.util.List;

/**
 * What a night knows beside its stacks, to be kept and to go on from.
 *
 * @param shortSide of the working grid in px; 0 for the exposures' own size
 * @param gridWidth in px; 0 before there is a reference
 * @param gridHeight in px; 0 before there is a reference
 * @param bestWidth of stars so far, in px of the grid
 * @param reference the stars that others are laid on; empty before there is a reference
 */
public record NightState(
        int shortSide, int gridWidth, int gridHeight, double bestWidth, List<Star> reference, List<OfRole> roles) {
    public NightState {
        reference = List.copyOf(reference);
        roles = List.copyOf(roles);
    }

    /**
     * What the stack of a role is brought to.
     *
     * @param subs in it
     * @param seconds of exposure in all
     * @param sky of its first exposure
     * @param gridToFirst from the grid to its first exposure
     * @param brightness of that one's stars, as a part of the reference's
     * @param brightest the same of the brightest one
     */
    public record OfRole(
            FilterRole role,
            int subs,
            double seconds,
            SkyBackground sky,
            Pose gridToFirst,
            double brightness,
            double brightest) {}
}
