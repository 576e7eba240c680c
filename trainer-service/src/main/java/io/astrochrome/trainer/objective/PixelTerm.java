package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/** The mean distance between predicted and true ab. */
record PixelTerm(PixelLoss loss, double lightnessWeight) {
    /** Keeps Charbonnier's root differentiable at zero; 0.001 of ab's range. */
    private static final double CHARBONNIER_EPSILON = 1e-6;

    Value of(Tape tape, Pictures truth, Value predicted) {
        Value difference = tape.subtract(predicted, truth.ab());
        Value distance =
                switch (loss) {
                    case L1 -> tape.abs(difference);
                    case CHARBONNIER -> tape.sqrt(tape.plus(tape.square(difference), CHARBONNIER_EPSILON));
                    case L2 -> tape.square(difference);
                };
        return tape.mean(lightnessWeight > 0 ? tape.multiply(distance, weights(tape, truth.l())) : distance);
    }

    /** {@code 1 + lightnessWeight * L} with L in [0, 1], over its mean. */
    private Value weights(Tape tape, Value l) {
        Value weights = tape.plus(tape.scale(l, lightnessWeight / 2), 1 + lightnessWeight / 2);
        return tape.divide(weights, tape.mean(weights));
    }
}
