package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;

/** The training pictures' mean colour, everywhere. */
record MeanColourPredictor(float a, float b) implements ChromaPredictor {
    @Override
    public String name() {
        return "mean colour";
    }

    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        return Chroma.uniform(crop.l().length, a, b);
    }
}
