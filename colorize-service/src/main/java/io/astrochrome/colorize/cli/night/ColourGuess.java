package io.astrochrome.colorize.cli.night;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.compose.Composite;
import io.astrochrome.imaging.prepare.FramePipeline;
import io.astrochrome.imaging.prepare.TensorPlanes;
import io.astrochrome.imaging.prepare.TensorShape;
import io.astrochrome.imaging.stretch.StretchChoice;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Prediction;
import io.astrochrome.tensors.HalfFloat;
import java.util.List;

/** What a network makes of a composite's lightness, where its colours were not measured. */
final class ColourGuess {
    private final ColourModel model;
    private final FramePipeline pipeline = new FramePipeline(StretchChoice.DEFAULT);

    ColourGuess(ColourModel model) {
        this.model = model;
    }

    ColourModel model() {
        return model;
    }

    /** The composite's colours, filled. */
    LabImage fill(Composite composite) {
        TensorPlanes planes = pipeline.reduce(
                composite.grey(), TensorShape.live(model.metadata().side()));
        float[] lightness = HalfFloat.toFloats(planes.lightness());
        Prediction prediction = model.predict(
                List.of(lightness), planes.grid().height(), planes.grid().width(), null);
        LabImage guess = LabImage.ofNormalised(planes.grid(), lightness, prediction.a(0), prediction.b(0));
        return composite.known().filledWith(guess);
    }
}
