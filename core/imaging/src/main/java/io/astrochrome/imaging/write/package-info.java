/** Coloured pictures and luminance as files, streamed row by row, with their provenance inside. */
package io.astrochrome.imaging.write;
