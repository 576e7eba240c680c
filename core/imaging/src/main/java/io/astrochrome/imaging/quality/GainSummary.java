package io.astrochrome.imaging.quality;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Gain over grey of a set of pictures, each counting once: what evaluation, a training run's validation and the gate all
 * mean by these words. Figures of no picture are not numbers.
 *
 * @param psnrDecibels mean PSNR
 * @param pooledPsnrDecibels PSNR of the mean squared error over all pictures
 * @param gainDecibels mean over the pictures of PSNR less grey's
 * @param pooledGainDecibels pooled PSNR less grey's
 * @param colourfulnessRatio median over the pictures whose truth has colour
 */
public record GainSummary(
        int pictures,
        double psnrDecibels,
        double pooledPsnrDecibels,
        double gainDecibels,
        double pooledGainDecibels,
        double colourfulnessRatio) {
    /** Of those pictures. */
    public static GainSummary of(List<GainOverGrey> pictures) {
        return new GainSummary(
                pictures.size(),
                psnrDecibels(pictures),
                pooledPsnrDecibels(pictures),
                gainDecibels(pictures),
                pooledGainDecibels(pictures),
                colourfulnessRatio(pictures));
    }

    /** Mean PSNR alone, for one who takes it of many samples. */
    public static double psnrDecibels(List<GainOverGrey> pictures) {
        return mean(pictures, GainOverGrey::psnrDecibels);
    }

    /** Pooled PSNR alone. */
    public static double pooledPsnrDecibels(List<GainOverGrey> pictures) {
        return QualityMeasures.psnrDecibels(mean(pictures, GainOverGrey::meanSquaredError));
    }

    /** Mean gain alone. */
    public static double gainDecibels(List<GainOverGrey> pictures) {
        return mean(pictures, GainOverGrey::gainDecibels);
    }

    /** Pooled gain alone. */
    public static double pooledGainDecibels(List<GainOverGrey> pictures) {
        return pooledPsnrDecibels(pictures)
                - QualityMeasures.psnrDecibels(mean(pictures, GainOverGrey::greyMeanSquaredError));
    }

    private static double colourfulnessRatio(List<GainOverGrey> pictures) {
        double[] ratios = pictures.stream()
                .mapToDouble(GainOverGrey::colourfulnessRatio)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return ratios.length == 0 ? Double.NaN : (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2;
    }

    private static double mean(List<GainOverGrey> pictures, ToDoubleFunction<GainOverGrey> figure) {
        return pictures.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }
}
