package io.astrochrome.imaging.quality;

import io.astrochrome.imaging.color.LabImage;

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
        return new TruePicture(truth).score(predictedA, predictedB);
    }
}
