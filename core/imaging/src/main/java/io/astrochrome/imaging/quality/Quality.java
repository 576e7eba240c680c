package io.astrochrome.imaging.quality;

import io.astrochrome.imaging.color.LabImage;

/**
 * What a prediction scores on one picture, beside the same picture with its colour taken away.
 *
 * @param gain PSNR and colourfulness
 * @param ssim structural similarity of luma (Wang et al. 2004)
 * @param greySsim that of a* = b* = 0
 * @param deltaE2000 mean CIEDE2000
 * @param greyDeltaE2000 that of a* = b* = 0
 */
public record Quality(GainOverGrey gain, double ssim, double greySsim, double deltaE2000, double greyDeltaE2000) {
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
