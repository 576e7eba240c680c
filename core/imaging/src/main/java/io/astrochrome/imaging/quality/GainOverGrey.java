package io.astrochrome.imaging.quality;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabPlanes;

/**
 * How near a prediction's colours come to one picture's, beside the same picture with its colour taken away. RGB is encoded
 * sRGB, not quantised, clipped to [0, 1]; both pictures have the truth's lightness.
 *
 * @param meanSquaredError of RGB over pixels and channels
 * @param greyMeanSquaredError that of a* = b* = 0
 * @param colourfulness of the prediction (Hasler and Suesstrunk 2003)
 * @param trueColourfulness of the truth
 */
public record GainOverGrey(
        double meanSquaredError, double greyMeanSquaredError, double colourfulness, double trueColourfulness) {
    /**
     * Measures a prediction.
     *
     * @param truth with chroma
     * @param predictedA a*, as many values as the truth has
     * @param predictedB b*
     */
    public static GainOverGrey of(LabImage truth, float[] predictedA, float[] predictedB) {
        TruePicture.requireColour(truth);
        float[][] rgb = LabPlanes.toSrgb(truth);
        float[][] predicted = LabPlanes.toSrgb(truth.withChroma(predictedA, predictedB));
        return new GainOverGrey(
                QualityMeasures.meanSquaredError(rgb, predicted),
                QualityMeasures.meanSquaredError(rgb, LabPlanes.toSrgb(truth.withChroma(null, null))),
                QualityMeasures.colourfulness(predicted),
                QualityMeasures.colourfulness(rgb));
    }

    /** Peak signal-to-noise ratio of RGB. */
    public double psnrDecibels() {
        return QualityMeasures.psnrDecibels(meanSquaredError);
    }

    /** That of a* = b* = 0. */
    public double greyPsnrDecibels() {
        return QualityMeasures.psnrDecibels(greyMeanSquaredError);
    }

    /** How much better than grey, in dB. */
    public double gainDecibels() {
        return psnrDecibels() - greyPsnrDecibels();
    }

    /** Colourfulness of the prediction over the truth's; not finite where the truth is grey. */
    public double colourfulnessRatio() {
        return colourfulness / trueColourfulness;
    }
}
