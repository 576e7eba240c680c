package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/** What the generator is asked for by the truth; the critic's opinion is apart. */
record GeneratorObjective(ObjectiveSettings settings) {
    Losses of(Tape tape, Pictures truth, Value predicted) {
        Losses losses = new Losses();
        if (settings.pixelWeight() > 0) {
            PixelTerm pixel = new PixelTerm(settings.pixelLoss(), settings.lightnessWeight());
            losses.add(tape, "pixel", pixel.of(tape, truth, predicted), settings.pixelWeight());
        }
        return losses;
    }
}
