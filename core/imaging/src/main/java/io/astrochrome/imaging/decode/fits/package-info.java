/**
 * FITS frames. The headers are walked in bounded memory first; then nom-tam-fits reads their values, the pixels' numbers
 * and the compressed tiles.
 */
@NullMarked
package io.astrochrome.imaging.decode.fits;

import org.jspecify.annotations.NullMarked;
