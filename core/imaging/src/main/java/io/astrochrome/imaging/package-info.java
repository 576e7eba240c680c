/**
 * Pictures as numbers: decoding with limits, stretches, CIELAB, full-resolution colour, quality measures. Pure Java.
 */
@NullMarked
package io.astrochrome.imaging;

import org.jspecify.annotations.NullMarked;
