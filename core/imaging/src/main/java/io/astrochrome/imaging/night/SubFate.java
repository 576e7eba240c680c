package io.astrochrome.imaging.night;

import io.astrochrome.imaging.register.Pose;
import java.util.Optional;

/** What became of an exposure. */
public sealed interface SubFate {
    /** How good it is; empty where that was not looked at. */
    Optional<SubQuality> measured();

    /**
     * It is in the stack of its role.
     *
     * @param pose from its pixels to the target's grid
     * @param residual median distance of its stars from the reference's, in the grid's px; 0 for the reference itself
     * @param brightness of its stars as a part of the reference's
     * @param weight that it has among the others of its role
     * @param calibration what was taken off it; empty where nothing was
     */
    record Stacked(SubQuality quality, Pose pose, double residual, double brightness, double weight, String calibration)
            implements SubFate {
        @Override
        public Optional<SubQuality> measured() {
            return Optional.of(quality);
        }
    }

    /**
     * It is not.
     *
     * @param reason a clause for people
     */
    record Refused(Optional<SubQuality> measured, String reason) implements SubFate {}
}
