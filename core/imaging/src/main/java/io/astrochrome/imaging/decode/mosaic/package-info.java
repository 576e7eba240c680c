/** Mosaics of colour filters on a sensor, and what makes three planes of one. */
@NullMarked
package io.astrochrome.imaging.decode.mosaic;

import org.jspecify.annotations.NullMarked;
