/** XISF 1.0 frames, as PixInsight and capture programs write them. */
@NullMarked
package io.astrochrome.imaging.decode.xisf;

import org.jspecify.annotations.NullMarked;
