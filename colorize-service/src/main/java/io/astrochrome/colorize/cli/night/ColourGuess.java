package io.astrochrome.colorize.cli.night;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.Resampler;
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

    /** The composite, filled. */
    Composite fill(Composite composite) {
        TensorPlanes planes = pipeline.reduce(
                composite.grey(), TensorShape.live(model.metadata().side()));
        float[] lightness = HalfFloat.toFloats(planes.lightness());
        Prediction prediction = model.predict(
                List.of(lightness), planes.grid().height(), planes.grid().width(), null);
        LabImage guess = LabImage.ofNormalised(planes.grid(), lightness, prediction.a(0), prediction.b(0));
        int width = composite.colour().width();
        int height = composite.colour().height();
        return composite.filledWith(
                Resampler.STANDARD.resize(guess.a(), guess.width(), guess.height(), width, height),
                Resampler.STANDARD.resize(guess.b(), guess.width(), guess.height(), width, height));
    }
}
