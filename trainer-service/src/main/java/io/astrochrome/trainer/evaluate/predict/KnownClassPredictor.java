package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.Prediction;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.List;
import java.util.Set;

/**
 * The look that is likeliest where the class of what a picture shows is known, as it is of a target that a catalogue knows. The model
 * stays the caller's to close.
 */
public record KnownClassPredictor(ColourModel model) implements ChromaPredictor {
    @Override
    public String name() {
        return model.metadata().name() + ", class known";
    }

    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        Prediction told = model.predict(List.of(crop.l()), crop.height(), crop.width(), null);
        Set<String> facts = picture.category().isEmpty() ? Set.of() : Set.of(picture.category());
        float[] likelihoods = Look.likelihoods(model.looks(), told.looks(0), facts);
        Look likeliest =
                model.looks().get(LookOrder.of(likelihoods, likelihoods.length).get(0));
        Prediction made = model.predict(List.of(likeliest), crop.l(), crop.height(), crop.width());
        return new Chroma(made.a(0), made.b(0));
    }
}
