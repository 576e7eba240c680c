package io.astrochrome.events.night;

/**
 * What an exposure is worth.
 *
 * @param stars how many were found
 * @param width of its stars, full width at half maximum in px of the frame; 0 where there are none
 * @param elongation of its stars, longer axis over shorter one
 * @param background the sky, in the frame's units
 * @param noise of a pixel, in the frame's units
 */
public record SubMeasured(int stars, double width, double elongation, double background, double noise) {}
