/** From a stretched frame to what a network sees: its reduced CIELAB planes, and the luminance in full resolution. */
@NullMarked
package io.astrochrome.imaging.prepare;

import org.jspecify.annotations.NullMarked;
