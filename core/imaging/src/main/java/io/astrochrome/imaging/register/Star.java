package io.astrochrome.imaging.register;

/**
 * A star on a plane.
 *
 * @param x of its centre in px; the first pixel's centre is 0
 * @param y of its centre in px, from the top
 * @param flux above the sky, in the plane's units
 * @param width full width at half maximum, in px
 * @param elongation longer axis over shorter one, at least 1
 */
public record Star(double x, double y, double flux, double width, double elongation) {}
