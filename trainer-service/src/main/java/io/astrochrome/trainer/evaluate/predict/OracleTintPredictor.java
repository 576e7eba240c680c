package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;

/** Each picture's own mean colour, everywhere. It looks at the truth: what knowing the tint alone is worth. */
public record OracleTintPredictor() implements ChromaPredictor {
    @Override
    public String name() {
        return "oracle tint";
    }

    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        return Chroma.uniform(crop.l().length, mean(crop.a()), mean(crop.b()));
    }

    private static float mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return (float) (sum / values.length);
    }
}
