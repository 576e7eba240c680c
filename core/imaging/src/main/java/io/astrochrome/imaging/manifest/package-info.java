/** Lists of frames: what is known of each beside its pixels. */
package io.astrochrome.imaging.manifest;
