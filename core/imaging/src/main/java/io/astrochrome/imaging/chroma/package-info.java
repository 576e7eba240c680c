/** A network's reduced colours at a frame's own resolution: chroma follows the luminance, lightness is never changed. */
@NullMarked
package io.astrochrome.imaging.chroma;

import org.jspecify.annotations.NullMarked;
