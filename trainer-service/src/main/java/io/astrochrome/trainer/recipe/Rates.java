package io.astrochrome.trainer.recipe;

/** Full learning rates; the schedule and the phase multiply them. */
public record Rates(double generator, double critic) {}
