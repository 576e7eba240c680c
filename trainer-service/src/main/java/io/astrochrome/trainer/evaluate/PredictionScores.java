package io.astrochrome.trainer.evaluate;

/**
 * What a prediction scores on a set of pictures.
 *
 * @param meanGain mean over the pictures of PSNR less grey's, in dB
 * @param pooledGain PSNR of the mean squared error over all pictures, less grey's, in dB
 * @param colourfulnessRatio median over the pictures that have colour
 * @param lpips NaN where it was not measured
 * @param skyA mean |a*| of the pixels with L* under 10; NaN where there are none
 * @param skyB mean |b*| of the same
 * @param sizeDeltaE2000 mean CIEDE2000 between the colours at the crops' side and at twice that; NaN where size does not
 *     matter
 * @param hueSpreadRatio median over the pictures whose true hues differ; NaN where none do
 * @param frechet Fréchet distance of features to those of the true pictures; NaN where it was not measured
 */
public record PredictionScores(
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
        double lpips,
        double skyA,
        double skyB,
        double sizeDeltaE2000,
        double hueSpreadRatio,
        double frechet) {
    PredictionScores withFrechet(double distance) {
        return new PredictionScores(
                pictures,
                psnrMean,
                psnrMedian,
                psnrPooled,
                meanGain,
                pooledGain,
                ssim,
                greySsim,
                deltaE2000,
                colourfulnessRatio,
                lpips,
                skyA,
                skyB,
                sizeDeltaE2000,
                hueSpreadRatio,
                distance);
    }
}
