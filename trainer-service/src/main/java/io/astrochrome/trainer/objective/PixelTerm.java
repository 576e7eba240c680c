package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/** The mean distance between predicted and true ab. */
record PixelTerm(PixelLoss loss, double lightnessWeight, double pictureBalance) {
    /** Keeps Charbonnier's root differentiable at zero; 0.001 of ab's range. */
    private static final double CHARBONNIER_EPSILON = 1e-6;

    /** Mean square of a and b below which pictures count alike: a chroma of about 2.5 units. */
    private static final double FAINT_CHROMA = 5e-4;

    Value of(Tape tape, Pictures truth, Value predicted) {
        Value difference = tape.subtract(predicted, truth.ab());
        Value distance =
                switch (loss) {
                    case L1 -> tape.abs(difference);
                    case CHARBONNIER -> tape.sqrt(tape.plus(tape.square(difference), CHARBONNIER_EPSILON));
                    case L2 -> tape.square(difference);
                };
        if (lightnessWeight > 0) {
            distance = tape.multiply(distance, weights(tape, truth.l()));
        }
        return tape.mean(pictureBalance > 0 ? tape.multiply(distance, balance(tape, truth.ab())) : distance);
    }

    /** {@code [N, 1, 1, 1]}, with a mean of 1. */
    private Value balance(Tape tape, Value ab) {
        Value energy = tape.plus(tape.mean(tape.square(ab), 1, 2, 3), FAINT_CHROMA);
        Value weights = tape.exp(tape.scale(tape.log(energy), -pictureBalance));
        return tape.divide(weights, tape.mean(weights));
    }

    /** {@code 1 + lightnessWeight * L} with L in [0, 1], over its mean. */
    private Value weights(Tape tape, Value l) {
        Value weights = tape.plus(tape.scale(l, lightnessWeight / 2), 1 + lightnessWeight / 2);
        return tape.divide(weights, tape.mean(weights));
    }
}
