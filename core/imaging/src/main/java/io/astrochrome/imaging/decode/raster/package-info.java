/**
 * PNG, JPEG, TIFF and WebP. Each format's containers are walked and checked against the file's size and the limits before
 * a decoder is asked for pixels. Pictures of 8 bits are display-referred; those of more are, unless their histogram is a
 * linear frame's.
 */
@NullMarked
package io.astrochrome.imaging.decode.raster;

import org.jspecify.annotations.NullMarked;
