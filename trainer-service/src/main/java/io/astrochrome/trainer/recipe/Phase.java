package io.astrochrome.trainer.recipe;

import io.astrochrome.tensors.TensorSides;

/**
 * A stretch of a run with its own sizes.
 *
 * @param name such as {@code warm-up}
 * @param steps how many optimiser steps of the generator (or, once adversarial, of the critic) it lasts
 * @param side of the square crops, in px; a multiple of 32
 * @param batch crops a step
 * @param adversarial whether the critic takes part
 * @param encoder what the encoder's weights do meanwhile
 * @param rate the learning rates are multiplied by it
 */
public record Phase(
        String name, long steps, int side, int batch, boolean adversarial, EncoderTraining encoder, double rate) {
    public Phase {
        if (steps < 1 || batch < 1) {
            throw new IllegalArgumentException("phase " + name + " needs at least one step and one crop a step");
        }
        if (!TensorSides.fits(side)) {
            throw new IllegalArgumentException(
                    "phase " + name + ": side must be a multiple of " + TensorSides.MULTIPLE + ", not " + side);
        }
    }
}
