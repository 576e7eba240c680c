/** Palettes: which colours a picture's lightnesses have, as a network is told them. Pure arithmetic, no input or output. */
package io.astrochrome.imaging.palette;
