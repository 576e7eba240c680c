package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the generator is asked for by the truth; the critic's opinion is apart. */
final class GeneratorObjective implements AutoCloseable {
    private final ObjectiveSettings settings;
    private final PixelTerm pixel;
    private final @Nullable PerceptualDistance perceptual;

    GeneratorObjective(ObjectiveSettings settings) {
        this.settings = settings;
        pixel = new PixelTerm(settings.pixelLoss(), settings.lightnessWeight(), settings.pictureBalance());
        perceptual = settings.perceptualWeight() > 0
                ? PerceptualDistance.read(Objects.requireNonNull(settings.perceptualWeights()))
                : null;
    }

    /** @param unguided 1 for a picture that comes without a palette, {@code [N, 1, 1, 1]} */
    Losses of(Tape tape, Pictures truth, Value predicted, Value unguided) {
        Losses losses = new Losses();
        if (settings.pixelWeight() > 0) {
            losses.add(tape, "pixel", pixel.of(tape, truth, predicted), settings.pixelWeight());
        }
        if (perceptual != null) {
            Value made = DifferentiableSrgb.of(tape, truth.l(), predicted);
            Value real = tape.detach(DifferentiableSrgb.of(tape, truth.l(), truth.ab()));
            losses.add(tape, "perceptual", tape.mean(perceptual.of(tape, made, real)), settings.perceptualWeight());
        }
        if (settings.colourfulnessWeight() > 0) {
            Value shortfall = ColourfulnessTerm.of(tape, truth.ab(), predicted);
            losses.add(tape, "colourfulness", shortfall, settings.colourfulnessWeight());
        }
        if (settings.skyWeight() > 0) {
            losses.add(tape, "sky", SkyTerm.of(tape, truth.l(), predicted, unguided), settings.skyWeight());
        }
        return losses;
    }

    @Override
    public void close() {
        if (perceptual != null) {
            perceptual.close();
        }
    }
}
