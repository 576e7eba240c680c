package io.astrochrome.trainer.recipe;

/**
 * A look that a model is to offer, and the training picture whose palette it begins from.
 *
 * @param name as people choose it
 * @param picture part of the picture's file name, which no other picture's has
 * @param vividness what chroma is multiplied by
 */
public record LookSource(String name, String picture, double vividness) {}
