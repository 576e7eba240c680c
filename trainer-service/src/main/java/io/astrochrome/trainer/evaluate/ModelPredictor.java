package io.astrochrome.trainer.evaluate;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.trainer.data.NormalisedLab;

/** A model's own choice of colours; it sees the lightness alone. The model stays the caller's to close. */
public record ModelPredictor(ColourModel model) implements ChromaPredictor {
    @Override
    public String name() {
        return model.metadata().name();
    }

    @Override
    public Chroma predict(NormalisedLab picture) {
        Prediction prediction = model.predict(picture.l(), 1, picture.height(), picture.width());
        return new Chroma(prediction.a(0), prediction.b(0));
    }
}
