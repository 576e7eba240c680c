/** XISF 1.0 frames, as PixInsight and capture programs write them. */
package io.astrochrome.imaging.decode.xisf;
