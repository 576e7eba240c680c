/** Lists of frames: what is known of each beside its pixels. */
@NullMarked
package io.astrochrome.imaging.manifest;

import org.jspecify.annotations.NullMarked;
