package io.astrochrome.imaging.quality;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;

/**
 * What a prediction scores on one picture, beside the same picture with its colour taken away. RGB is encoded sRGB, not
 * quantised, clipped to [0, 1]; both pictures have the truth's lightness.
 *
 * @param psnrDecibels peak signal-to-noise ratio of RGB, infinite where nothing differs
 * @param greyPsnrDecibels that of a* = b* = 0
 * @param meanSquaredError of RGB over pixels and channels; averaging it over pictures gives the pooled PSNR
 * @param greyMeanSquaredError that of a* = b* = 0
 * @param ssim structural similarity of luma (Wang et al. 2004)
 * @param greySsim that of a* = b* = 0
 * @param deltaE2000 mean CIEDE2000
 * @param greyDeltaE2000 that of a* = b* = 0
 * @param colourfulnessRatio colourfulness (Hasler and Suesstrunk 2003) of the prediction over the truth's;
 *     not a number where both are grey
 */
public record Quality(
        double psnrDecibels,
        double greyPsnrDecibels,
        double meanSquaredError,
        double greyMeanSquaredError,
        double ssim,
        double greySsim,
        double deltaE2000,
        double greyDeltaE2000,
        double colourfulnessRatio) {
    /** How much better than grey, in dB. */
    public double gainDecibels() {
        return psnrDecibels - greyPsnrDecibels;
    }

    /**
     * Scores a prediction.
     *
     * @param truth with chroma
     * @param predictedA a*, as many values as the truth has
     * @param predictedB b*
     */
    public static Quality score(LabImage truth, float[] predictedA, float[] predictedB) {
        if (!truth.hasColour()) {
            throw new IllegalArgumentException("the truth must have colour");
        }
        LabImage prediction = truth.withChroma(predictedA, predictedB);
        LabImage grey = truth.withChroma(null, null);
        float[][] truthRgb = LabPlanes.toSrgb(truth);
        float[][] predictionRgb = LabPlanes.toSrgb(prediction);
        float[][] greyRgb = LabPlanes.toSrgb(grey);
        double error = QualityMeasures.meanSquaredError(truthRgb, predictionRgb);
        double greyError = QualityMeasures.meanSquaredError(truthRgb, greyRgb);
        double truthColourfulness = QualityMeasures.colourfulness(truthRgb);
        return new Quality(
                QualityMeasures.psnrDecibels(error),
                QualityMeasures.psnrDecibels(greyError),
                error,
                greyError,
                QualityMeasures.ssim(truthRgb, predictionRgb, truth.width(), truth.height()),
                QualityMeasures.ssim(truthRgb, greyRgb, truth.width(), truth.height()),
                QualityMeasures.deltaE2000(truth, prediction),
                QualityMeasures.deltaE2000(truth, grey),
                QualityMeasures.colourfulness(predictionRgb) / truthColourfulness);
    }
}
