package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;

/** A predictor under another name, where two would have the same. */
public record LabelledPredictor(String name, ChromaPredictor predictor) implements ChromaPredictor {
    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        return predictor.predict(picture, crop);
    }

    @Override
    public boolean seesStructure() {
        return predictor.seesStructure();
    }
}
