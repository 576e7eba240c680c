/** Mosaics of colour filters on a sensor, and what makes three planes of one. */
package io.astrochrome.imaging.decode.mosaic;
