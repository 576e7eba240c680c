package io.astrochrome.trainer.looks;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.Prediction;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What each look gains over grey on each picture of a set, in dB.
 *
 * @param decibels {@code [n][looks]}, in the set's order
 */
public record LookGains(double[][] decibels) {
    /** Side of the pictures that looks are tried on, px: a third of the work of the usual one, and it says the same. */
    private static final int SIDE = 128;

    /**
     * How sharply likelihoods tell gains apart, in 1/dB: a look that gains 1 dB less than the best is 0.4 times as likely.
     */
    private static final double SHARPNESS = 0.9;

    /** So many pictures of a class with a look say as much as what they look like. */
    private static final int FEW = 2;

    /**
     * Tries looks on pictures.
     *
     * @param told how many pictures are done
     */
    public static LookGains of(ColourModel model, List<Look> looks, PictureSet pictures, IntConsumer told) {
        EvaluationCrop crop = new EvaluationCrop(SIDE);
        double[][] decibels = new double[pictures.size()][];
        for (int i = 0; i < decibels.length; i++) {
            decibels[i] = gains(model, looks, pictures.pictures().get(i), crop);
            told.accept(i + 1);
        }
        return new LookGains(decibels);
    }

    private static double[] gains(ColourModel model, List<Look> looks, TrainingPicture picture, EvaluationCrop crop) {
        NormalisedLab truth = crop.of(picture.planes());
        LabImage image = truth.picture();
        Prediction made = model.predict(looks, truth.l(), truth.height(), truth.width());
        double[] gains = new double[looks.size()];
        for (int look = 0; look < gains.length; look++) {
            gains[look] = GainOverGrey.of(image, LabScale.chroma(made.a(look)), LabScale.chroma(made.b(look)))
                    .gainDecibels();
        }
        return gains;
    }

    /** How likely each look is to be the one for a picture, {@code [n][looks]}; they add up to 1 for each picture. */
    public float[][] likelihoods() {
        float[][] likelihoods = new float[decibels.length][];
        for (int i = 0; i < likelihoods.length; i++) {
            likelihoods[i] = likelihoods(decibels[i]);
        }
        return likelihoods;
    }

    /**
     * How many times as likely each look is for a class of pictures as is told by what they look like, by class; held towards 1 where a
     * class has few.
     *
     * @param told how likely each look is for each picture by what that looks like, {@code [n][looks]}
     * @param classes one a picture; empty where it is not known
     */
    public List<Map<String, Float>> suits(float[][] told, List<String> classes) {
        float[][] likelihoods = likelihoods();
        List<Map<String, Float>> suits = new ArrayList<>();
        for (int look = 0; look < decibels[0].length; look++) {
            Map<String, Double> wanted = sums(likelihoods, look, classes);
            Map<String, Double> expected = sums(told, look, classes);
            Map<String, Float> ofLook = new TreeMap<>();
            wanted.forEach((name, sum) -> {
                double factor = (sum + FEW) / (expected.getOrDefault(name, 0.0) + FEW);
                ofLook.put(name, Math.round(100 * factor) / 100f);
            });
            suits.add(ofLook);
        }
        return suits;
    }

    private static Map<String, Double> sums(float[][] likelihoods, int look, List<String> classes) {
        Map<String, Double> sums = new TreeMap<>();
        for (int i = 0; i < likelihoods.length; i++) {
            sums.merge(classes.get(i), (double) likelihoods[i][look], Double::sum);
        }
        sums.remove("");
        return sums;
    }

    private static float[] likelihoods(double[] gains) {
        double most = gains[0];
        for (double gain : gains) {
            most = Math.max(most, gain);
        }
        double all = 0;
        for (double gain : gains) {
            all += Math.exp(SHARPNESS * (gain - most));
        }
        float[] likelihoods = new float[gains.length];
        for (int look = 0; look < gains.length; look++) {
            likelihoods[look] = (float) (Math.exp(SHARPNESS * (gains[look] - most)) / all);
        }
        return likelihoods;
    }
}
