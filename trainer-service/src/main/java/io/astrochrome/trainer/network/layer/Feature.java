package io.astrochrome.trainer.network.layer;

/**
 * A feature map's size, without the number of pictures.
 *
 * @param channels planes
 * @param height rows
 * @param width columns
 */
public record Feature(int channels, int height, int width) {}
