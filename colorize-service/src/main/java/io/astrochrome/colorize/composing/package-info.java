/** A network's answer and a frame's luminance as pictures. */
@NullMarked
package io.astrochrome.colorize.composing;

import org.jspecify.annotations.NullMarked;
