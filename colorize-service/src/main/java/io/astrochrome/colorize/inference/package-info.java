/** Frames through a network. */
@NullMarked
package io.astrochrome.colorize.inference;

import org.jspecify.annotations.NullMarked;
