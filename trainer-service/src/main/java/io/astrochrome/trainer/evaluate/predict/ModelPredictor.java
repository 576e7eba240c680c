package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.palette.PlaceColours;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.List;

/** A model on the lightness, steered by a palette where it takes one. The model stays the caller's to close. */
public record ModelPredictor(ColourModel model, PaletteChoice palette) implements ChromaPredictor {
    /** The model's own choice of colours. */
    public ModelPredictor(ColourModel model) {
        this(model, new PaletteChoice.None());
    }

    @Override
    public String name() {
        return model.metadata().name() + palette.label();
    }

    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        float[] hint = palette.of(picture, crop, model.paletteSize());
        Prediction prediction = model.predict(List.of(crop.l()), crop.height(), crop.width(), hint)
                .vivid(palette.vividness());
        PlaceColours places = palette.places(picture, crop);
        return places == null
                ? new Chroma(prediction.a(0), prediction.b(0))
                : steered(places, crop, prediction.a(0), prediction.b(0));
    }

    private static Chroma steered(PlaceColours places, NormalisedLab crop, float[] a, float[] b) {
        LabImage steered = places.steer(crop.picture().withChroma(LabScale.chroma(a), LabScale.chroma(b)));
        return new Chroma(LabScale.normaliseChroma(steered.requireA()), LabScale.normaliseChroma(steered.requireB()));
    }

    @Override
    public boolean seesStructure() {
        return !(palette instanceof PaletteChoice.OfLook); // so many sizes of so many looks would take long
    }
}
