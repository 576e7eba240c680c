/**
 * Pictures as numbers: decoding with limits, stretches, CIELAB, full-resolution colour, quality measures. Pure Java.
 */
package io.astrochrome.imaging;
