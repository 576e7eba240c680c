package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/**
 * Guided filter: around each reduced pixel a* and b* are fitted as straight lines over L*. The reduced chroma is interpolated
 * to the frame's resolution, and where the frame's L* differs from the reduced one's, chroma moves along the line's slope.
 * A few multiplications a pixel.
 *
 * <p>He, Sun, "Fast guided filter", 2015; He, Sun, Tang, "Guided image filtering", IEEE TPAMI 35 (2013). Different from there,
 * only the slopes are smoothed, so that the reduced chroma itself stays sharp; and L* is held to the range that the fit has
 * seen, so that a star's core, brighter than anything in the reduced frame, does not run away along the line.
 */
public final class GuidedFilterUpsampler implements ChromaUpsampler {
    /** Its name in configuration. */
    public static final String NAME = "guided-filter";

    /** Half the window's side in reduced px: measured, see the decision record. */
    private static final int RADIUS = 1;
    /** Regularisation in L*^2: structure fainter than about 4 L* does not steer chroma; measured as well. */
    private static final float EPSILON = 16;

    private final int radius;
    private final float epsilon;

    /** With the measured window and regularisation. */
    public GuidedFilterUpsampler() {
        this(RADIUS, EPSILON);
    }

    GuidedFilterUpsampler(int radius, float epsilon) {
        this.radius = radius;
        this.epsilon = epsilon;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChromaStrips prepare(LabImage reduced, int width, int height) {
        return new GuidedStrips(LightnessLines.fit(reduced, radius, epsilon), width, height);
    }
}
