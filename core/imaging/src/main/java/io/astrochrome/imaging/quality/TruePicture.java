package io.astrochrome.imaging.quality;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;

/**
 * A picture whose colours are known, with everything about it and its grey counterpart that does not depend on a
 * prediction: for scoring several predictions of one picture. Immutable as long as its planes are; thread-safe.
 */
public final class TruePicture {
    private final LabImage truth;
    private final float[][] rgb;
    private final double greyError;
    private final double greySsim;
    private final double greyDeltaE2000;
    private final double colourfulness;

    /** Takes a picture with chroma. */
    public TruePicture(LabImage truth) {
        requireColour(truth);
        this.truth = truth;
        LabImage grey = truth.withChroma(null, null);
        float[][] greyRgb = LabPlanes.toSrgb(grey);
        rgb = LabPlanes.toSrgb(truth);
        greyError = QualityMeasures.meanSquaredError(rgb, greyRgb);
        greySsim = QualityMeasures.ssim(rgb, greyRgb, truth.width(), truth.height());
        greyDeltaE2000 = QualityMeasures.deltaE2000(truth, grey);
        colourfulness = QualityMeasures.colourfulness(rgb);
    }

    /**
     * Scores a prediction.
     *
     * @param predictedA a*, as many values as the truth has
     * @param predictedB b*
     */
    public Quality score(float[] predictedA, float[] predictedB) {
        LabImage prediction = truth.withChroma(predictedA, predictedB);
        float[][] predictionRgb = LabPlanes.toSrgb(prediction);
        double error = QualityMeasures.meanSquaredError(rgb, predictionRgb);
        return new Quality(
                new GainOverGrey(error, greyError, QualityMeasures.colourfulness(predictionRgb), colourfulness),
                QualityMeasures.ssim(rgb, predictionRgb, truth.width(), truth.height()),
                greySsim,
                QualityMeasures.deltaE2000(truth, prediction),
                greyDeltaE2000);
    }

    static void requireColour(LabImage truth) {
        if (!truth.hasColour()) {
            throw new IllegalArgumentException("the truth must have colour");
        }
    }
}
