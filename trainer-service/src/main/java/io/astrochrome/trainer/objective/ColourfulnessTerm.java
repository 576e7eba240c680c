package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/**
 * How much less colourful the made pictures are than the true ones, mean over pictures; more colour than the truth's costs
 * nothing here. Colourfulness is that of Hasler and Süsstrunk 2003 with a and b as the opponent channels:
 * {@code sqrt(var a + var b) + 0.3 sqrt(mean a^2 + mean b^2)}.
 */
final class ColourfulnessTerm {
    private static final double MEAN_WEIGHT = 0.3;
    /** Keeps the roots differentiable at grey. */
    private static final double EPSILON = 1e-8;

    private ColourfulnessTerm() {}

    static Value of(Tape tape, Value trueAb, Value madeAb) {
        return tape.mean(tape.relu(tape.subtract(colourfulness(tape, trueAb), colourfulness(tape, madeAb))));
    }

    private static Value colourfulness(Tape tape, Value ab) {
        Value mean = tape.mean(ab, 2, 3);
        Value variance = tape.sum(tape.mean(tape.square(tape.subtract(ab, mean)), 2, 3), 1);
        Value offset = tape.sum(tape.square(mean), 1);
        return tape.add(
                tape.sqrt(tape.plus(variance, EPSILON)),
                tape.scale(tape.sqrt(tape.plus(offset, EPSILON)), MEAN_WEIGHT));
    }
}
