package io.astrochrome.trainer.evaluate;

/** A figure with its 95 % bootstrap interval. */
public record Interval(double value, double low, double high) {}
