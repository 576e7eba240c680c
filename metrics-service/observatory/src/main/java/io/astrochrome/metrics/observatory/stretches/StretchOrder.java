package io.astrochrome.metrics.observatory.stretches;

/**
 * What a person asks of a target's stretches.
 *
 * @param by the person's name
 * @param reason why, in a sentence
 */
record StretchOrder(String target, String by, String reason) {}
