/** Palettes: which colours a picture's lightnesses have, as a network is told them. Pure arithmetic, no input or output. */
@NullMarked
package io.astrochrome.imaging.palette;

import org.jspecify.annotations.NullMarked;
