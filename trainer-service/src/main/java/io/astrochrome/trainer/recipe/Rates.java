package io.astrochrome.trainer.recipe;

/**
 * Full learning rates; the schedule and the phase multiply them.
 *
 * @param generator of the generator but its encoder
 * @param encoder of the generator's encoder, which starts from values that are worth keeping
 */
public record Rates(double generator, double encoder, double critic) {}
