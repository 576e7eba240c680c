package io.astrochrome.trainer.run;

import io.astrochrome.imaging.quality.GainSummary;
import io.astrochrome.trainer.recipe.ValidationSettings.Selection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run measures on the validation split.
 *
 * @param meanGainDecibels mean over the pictures of PSNR less grey's
 * @param pooledGainDecibels PSNR of the mean squared error over all pictures, less grey's
 * @param meanPsnrDecibels mean PSNR
 * @param pooledPsnrDecibels PSNR of the mean squared error over all pictures
 * @param colourfulnessRatio median of the predictions' colourfulness over the truth's; not finite where no truth has colour
 * @param guided what the pictures' own palettes gain; empty for a network without a palette
 */
public record ValidationFigures(
        double meanGainDecibels,
        double pooledGainDecibels,
        double meanPsnrDecibels,
        double pooledPsnrDecibels,
        double colourfulnessRatio,
        Optional<Guided> guided) {
    private static final String COLOURFULNESS = "colourfulnessRatio";
    private static final String GUIDED = "guidedGainDecibels";
    private static final String GUIDED_POOLED = "guidedPooledGainDecibels";
    /** A guided gain is several times an unguided one. */
    private static final double GUIDED_SHARE = 0.25;

    /** Mean and pooled gain over grey with each picture's own palette as the hint. */
    public record Guided(double meanGainDecibels, double pooledGainDecibels) {}

    static ValidationFigures of(GainSummary gain) {
        return new ValidationFigures(
                gain.gainDecibels(),
                gain.pooledGainDecibels(),
                gain.psnrDecibels(),
                gain.pooledPsnrDecibels(),
                gain.colourfulnessRatio(),
                Optional.empty());
    }

    ValidationFigures withGuided(ValidationFigures other) {
        return new ValidationFigures(
                meanGainDecibels,
                pooledGainDecibels,
                meanPsnrDecibels,
                pooledPsnrDecibels,
                colourfulnessRatio,
                Optional.of(new Guided(other.meanGainDecibels, other.pooledGainDecibels)));
    }

    /** The figures by the names that events and model files use. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("gainDecibels", meanGainDecibels);
        named.put("pooledGainDecibels", pooledGainDecibels);
        named.put("psnrDecibels", meanPsnrDecibels);
        named.put("pooledPsnrDecibels", pooledPsnrDecibels);
        if (Double.isFinite(colourfulnessRatio)) {
            named.put(COLOURFULNESS, colourfulnessRatio);
        }
        guided.ifPresent(gain -> {
            named.put(GUIDED, gain.meanGainDecibels());
            named.put(GUIDED_POOLED, gain.pooledGainDecibels());
        });
        return named;
    }

    /** The figures back from their names. */
    static ValidationFigures of(Map<String, Double> named) {
        return new ValidationFigures(
                figure(named, "gainDecibels"),
                figure(named, "pooledGainDecibels"),
                figure(named, "psnrDecibels"),
                figure(named, "pooledPsnrDecibels"),
                named.getOrDefault(COLOURFULNESS, Double.NaN), // runs of before measured mean chroma
                named.containsKey(GUIDED)
                        ? Optional.of(new Guided(figure(named, GUIDED), figure(named, GUIDED_POOLED)))
                        : Optional.empty());
    }

    private static double figure(Map<String, Double> named, String name) {
        return Objects.requireNonNull(named.get(name), name);
    }

    /** What a run maximises. */
    double score(Selection selection) {
        return switch (selection) {
            case MEAN_GAIN -> meanGainDecibels;
            case POOLED_GAIN -> pooledGainDecibels;
            case BALANCED ->
                balanced(meanGainDecibels, pooledGainDecibels)
                        + guided.map(gain ->
                                        GUIDED_SHARE * balanced(gain.meanGainDecibels(), gain.pooledGainDecibels()))
                                .orElse(0.0);
            case LATEST -> Double.POSITIVE_INFINITY;
        };
    }

    private static double balanced(double mean, double pooled) {
        return mean + pooled / 2;
    }
}
