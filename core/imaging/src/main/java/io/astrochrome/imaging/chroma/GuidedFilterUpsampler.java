package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/**
 * Brings reduced chroma to a frame's resolution by a guided filter: around each reduced pixel a* and b* are fitted as straight lines over L*. The reduced chroma is interpolated
 * to the frame's resolution, and where the frame's L* differs from the reduced one's, chroma moves along the line's slope.
 * A few multiplications a pixel.
 *
 * <p>He, Sun, "Fast guided filter", 2015; He, Sun, Tang, "Guided image filtering", IEEE TPAMI 35 (2013). Different from there,
 * only the slopes are smoothed, so that the reduced chroma itself stays sharp; and L* is held to the range that the fit has
 * seen, so that a star's core, brighter than anything in the reduced frame, does not run away along the line. Immutable.
 */
final class GuidedFilterUpsampler {
    /** Half the window's side in reduced px: measured, see the decision record. */
    private static final int RADIUS = 1;
    /** Regularisation in L*^2: structure fainter than about 4 L* does not steer chroma; measured as well. */
    private static final float EPSILON = 16;

    private final int radius;
    private final float epsilon;

    /** With the measured window and regularisation. */
    GuidedFilterUpsampler() {
        this(RADIUS, EPSILON);
    }

    GuidedFilterUpsampler(int radius, float epsilon) {
        this.radius = radius;
        this.epsilon = epsilon;
    }

    /**
     * Prepares one frame.
     *
     * @param reduced lightness, a* and b* of the whole frame (no padding) at the network's size
     * @param width of the frame in px
     * @param height of the frame in px
     */
    ChromaStrips prepare(LabImage reduced, int width, int height) {
        return new GuidedStrips(LightnessLines.fit(reduced, radius, epsilon), width, height);
    }
}
