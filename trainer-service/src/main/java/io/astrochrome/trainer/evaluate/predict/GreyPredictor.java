package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;

/** No colour at all: what a model must beat. */
public record GreyPredictor() implements ChromaPredictor {
    @Override
    public String name() {
        return "grey";
    }

    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        return Chroma.uniform(crop.l().length, 0, 0);
    }
}
