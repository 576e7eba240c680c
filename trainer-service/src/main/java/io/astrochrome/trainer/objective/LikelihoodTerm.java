package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/** How far the told likelihoods of looks are from the wanted ones: their cross-entropy, mean over the pictures. */
final class LikelihoodTerm {
    private LikelihoodTerm() {}

    /**
     * The term.
     *
     * @param wanted likelihoods that add up to 1, or to 0 for a picture that does not count, {@code [N, looks, 1, 1]}
     * @param told as logarithms up to a constant, of the same shape
     */
    static Value of(Tape tape, Value wanted, Value told) {
        Value normalised = tape.subtract(told, tape.log(tape.sum(tape.exp(told), 1)));
        return tape.scale(tape.mean(tape.sum(tape.multiply(wanted, normalised), 1)), -1);
    }
}
