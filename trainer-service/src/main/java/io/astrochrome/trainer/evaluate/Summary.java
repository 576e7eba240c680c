package io.astrochrome.trainer.evaluate;

/**
 * What a prediction scores on a set of pictures.
 *
 * @param meanGain mean over the pictures of PSNR less grey's, in dB
 * @param pooledGain PSNR of the mean squared error over all pictures, less grey's, in dB
 * @param colourfulnessRatio median over the pictures that have colour
 * @param lpips NaN where it was not measured
 */
public record Summary(
        int pictures,
        double psnrMean,
        double psnrMedian,
        double psnrPooled,
        Interval meanGain,
        Interval pooledGain,
        double ssim,
        double greySsim,
        double deltaE2000,
        double colourfulnessRatio,
        double lpips) {}
