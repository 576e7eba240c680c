package io.astrochrome.trainer.evaluate.predict;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.Look;
import io.astrochrome.model.Prediction;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.List;
import java.util.Objects;

/**
 * The one of the first few looks that comes nearest to the true picture: what a person's click is worth. Looks come in the
 * model's order for that picture where it tells one, else as they are listed. The model stays the caller's to close.
 *
 * @param most how many looks there are to click on
 */
public record BestLookPredictor(ColourModel model, List<Look> looks, int most) implements ChromaPredictor {
    @Override
    public String name() {
        return model.metadata().name() + ", best of " + Math.min(most, looks.size()) + " looks";
    }

    @Override
    public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
        Prediction prediction = model.predict(looks, crop.l(), crop.height(), crop.width());
        LabImage truth = crop.picture();
        Chroma best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int look : LookOrder.of(prediction.looks(0), looks.size()).subList(0, Math.min(most, looks.size()))) {
            Chroma chroma = new Chroma(prediction.a(look), prediction.b(look));
            double error = GainOverGrey.of(truth, LabScale.chroma(chroma.a()), LabScale.chroma(chroma.b()))
                    .meanSquaredError();
            if (best == null || error < least) {
                least = error;
                best = chroma;
            }
        }
        return Objects.requireNonNull(best, "a model that offers looks offers one");
    }
}
