/** The numbers of a frame's planes as its file has them, and what they mean. */
@NullMarked
package io.astrochrome.imaging.decode.samples;

import org.jspecify.annotations.NullMarked;
