package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.Ciede2000;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.Prediction;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How different a model's looks are: the mean CIEDE2000 between any two of them on objects, over a set's pictures.
 *
 * @param pairs the two that are least apart first
 */
public record LookDifferences(List<Pair> pairs) {
    /** L* from which on a pixel is of an object and not of the sky. */
    private static final float OBJECT = 25;

    /** Units of CIELAB in normalised a and b. */
    private static final double UNIT = LabScale.CHROMA;

    /** Pixels that are compared: every so many. */
    private static final int STRIDE = 7;

    /** Two looks by name, and how far they are apart. */
    public record Pair(String one, String other, double deltaE2000) {}

    /** Measures looks on the centre crops of pictures; a picture without objects does not count. */
    public static LookDifferences of(ColourModel model, List<Look> looks, PictureSet pictures, EvaluationCrop crop) {
        List<double[]> measured = pictures.pictures().parallelStream()
                .map(picture -> differences(model, looks, picture, crop))
                .filter(differences -> differences.length > 0)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        int pair = 0;
        for (int one = 0; one < looks.size(); one++) {
            for (int other = one + 1; other < looks.size(); other++) {
                int place = pair++;
                pairs.add(new Pair(
                        looks.get(one).name(),
                        looks.get(other).name(),
                        measured.stream().mapToDouble(d -> d[place]).average().orElse(Double.NaN)));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::deltaE2000));
        return new LookDifferences(List.copyOf(pairs));
    }

    private static double[] differences(
            ColourModel model, List<Look> looks, TrainingPicture picture, EvaluationCrop crop) {
        NormalisedLab truth = crop.of(picture.planes());
        Prediction made = model.predict(looks, truth.l(), truth.height(), truth.width());
        int pixels = truth.l().length;
        double[] sums = new double[looks.size() * (looks.size() - 1) / 2];
        int counted = 0;
        for (int i = 0; i < pixels; i += STRIDE) {
            float lStar = LabScale.lStar(truth.l()[i]);
            if (lStar >= OBJECT) {
                add(made.ab(), looks.size(), pixels, i, lStar, sums);
                counted++;
            }
        }
        for (int pair = 0; pair < sums.length; pair++) {
            sums[pair] /= counted;
        }
        return counted == 0 ? new double[0] : sums;
    }

    private static void add(float[] ab, int looks, int pixels, int at, float lStar, double[] sums) {
        int pair = 0;
        for (int one = 0; one < looks; one++) {
            for (int other = one + 1; other < looks; other++) {
                sums[pair++] += Ciede2000.difference(
                        lStar,
                        UNIT * ab[2 * one * pixels + at],
                        UNIT * ab[(2 * one + 1) * pixels + at],
                        lStar,
                        UNIT * ab[2 * other * pixels + at],
                        UNIT * ab[(2 * other + 1) * pixels + at]);
            }
        }
    }

    /** The mean over all pairs. */
    public double mean() {
        return pairs.stream().mapToDouble(Pair::deltaE2000).average().orElse(Double.NaN);
    }

    /** A sentence for people. */
    public String sentence(String model) {
        Pair least = pairs.get(0);
        return String.format(
                Locale.ROOT,
                "%s: two looks differ by %.1f dE2000 on objects (L* from 25 on) in the mean, %s and %s by %.1f, the least",
                model,
                mean(),
                least.one(),
                least.other(),
                least.deltaE2000());
    }
}
