package io.astrochrome.trainer.run;

import io.astrochrome.trainer.recipe.ValidationSettings.Selection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run measures on the validation split.
 *
 * @param meanGainDecibels mean over the pictures of PSNR less grey's
 * @param pooledGainDecibels PSNR of the mean squared error over all pictures, less grey's
 * @param meanPsnrDecibels mean PSNR
 * @param pooledPsnrDecibels PSNR of the mean squared error over all pictures
 * @param chromaRatio mean chroma of the predictions over the truth's
 */
public record ValidationFigures(
        double meanGainDecibels,
        double pooledGainDecibels,
        double meanPsnrDecibels,
        double pooledPsnrDecibels,
        double chromaRatio) {
    /** The figures by the names that events and model files use. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("gainDecibels", meanGainDecibels);
        named.put("pooledGainDecibels", pooledGainDecibels);
        named.put("psnrDecibels", meanPsnrDecibels);
        named.put("pooledPsnrDecibels", pooledPsnrDecibels);
        named.put("chromaRatio", chromaRatio);
        return named;
    }

    /** The figures back from their names. */
    static ValidationFigures of(Map<String, Double> named) {
        return new ValidationFigures(
                named.get("gainDecibels"),
                named.get("pooledGainDecibels"),
                named.get("psnrDecibels"),
                named.get("pooledPsnrDecibels"),
                named.get("chromaRatio"));
    }

    /** What a run maximises. */
    double score(Selection selection) {
        return switch (selection) {
            case MEAN_GAIN -> meanGainDecibels;
            case POOLED_GAIN -> pooledGainDecibels;
            case BALANCED -> meanGainDecibels + pooledGainDecibels / 2;
            case LATEST -> Double.POSITIVE_INFINITY;
        };
    }
}
