/** Coloured pictures and luminance as files, streamed row by row, with their provenance inside. */
@NullMarked
package io.astrochrome.imaging.write;

import org.jspecify.annotations.NullMarked;
