/** A network's reduced colours at a frame's own resolution: chroma follows the luminance, lightness is never changed. */
package io.astrochrome.imaging.chroma;
