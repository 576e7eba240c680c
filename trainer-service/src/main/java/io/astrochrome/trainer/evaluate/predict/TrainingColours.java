package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;

/**
 * The mean colours of a training set, for the predictions that know nothing else. Whole pictures, each counting once
 * whatever its size.
 */
public record TrainingColours(double[] a, double[] b, double[] weights) {
    /** One bin for each unit of L*. */
    private static final int BINS = 101;

    static int bin(float normalisedLightness) {
        return Math.min(BINS - 1, Math.max(0, Math.round(LabScale.lStar(normalisedLightness))));
    }

    /** Those of all pictures of the set. */
    public static TrainingColours of(PictureSet training) {
        TrainingColours colours = new TrainingColours(new double[BINS], new double[BINS], new double[BINS]);
        for (TrainingPicture picture : training.pictures()) {
            colours.add(picture.planes());
        }
        return colours;
    }

    private void add(NormalisedLab picture) {
        double weight = 1.0 / picture.l().length;
        for (int i = 0; i < picture.l().length; i++) {
            int bin = bin(picture.l()[i]);
            a[bin] += weight * picture.a()[i];
            b[bin] += weight * picture.b()[i];
            weights[bin] += weight;
        }
    }

    /** Their mean, everywhere. */
    public ChromaPredictor mean() {
        double sumA = 0;
        double sumB = 0;
        double weight = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sumA += a[bin];
            sumB += b[bin];
            weight += weights[bin];
        }
        return new MeanColourPredictor((float) (sumA / weight), (float) (sumB / weight));
    }

    /** Their mean at each lightness. */
    public ChromaPredictor byLightness() {
        float[] meanA = new float[BINS];
        float[] meanB = new float[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            if (weights[bin] > 0) {
                meanA[bin] = (float) (a[bin] / weights[bin]);
                meanB[bin] = (float) (b[bin] / weights[bin]);
            }
        }
        return new LightnessColourPredictor(meanA, meanB);
    }
}
