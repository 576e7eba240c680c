package io.astrochrome.trainer.network.layer;

/**
 * A learnt factor for a whole feature map; its value is {@code name}, of shape {@code [1]}.
 *
 * @param name of its value
 * @param start the value it starts from
 */
public record Gain(String name, double start) {}
