package io.astrochrome.imaging.chroma;

import io.astrochrome.imaging.color.LabImage;

/**
 * Joint bilateral upsampling: a pixel's a* and b* are the mean of the reduced pixels around it, each weighted by how near
 * it is and by how near its lightness is to the pixel's own. Nine weights a pixel.
 *
 * <p>Kopf, Cohen, Lischinski, Uyttendaele, "Joint bilateral upsampling", ACM Transactions on Graphics 26 (2007).
 */
public final class JointBilateralUpsampler implements ChromaUpsampler {
    /** Its name in configuration. */
    public static final String NAME = "joint-bilateral";

    /** Standard deviation of nearness in reduced px: measured, see the decision record. */
    private static final float SPATIAL_SIGMA = 0.4f;
    /** Standard deviation of nearness in L*; measured as well. */
    private static final float RANGE_SIGMA = 8;

    private final float spatialSigma;
    private final float rangeSigma;

    /** With the measured deviations. */
    public JointBilateralUpsampler() {
        this(SPATIAL_SIGMA, RANGE_SIGMA);
    }

    JointBilateralUpsampler(float spatialSigma, float rangeSigma) {
        this.spatialSigma = spatialSigma;
        this.rangeSigma = rangeSigma;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ChromaStrips prepare(LabImage reduced, int width, int height) {
        return new BilateralStrips(reduced, width, height, spatialSigma, rangeSigma);
    }
}
