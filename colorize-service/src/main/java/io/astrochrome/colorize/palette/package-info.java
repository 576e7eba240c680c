/** Which palette a frame's colours are steered by. */
@NullMarked
package io.astrochrome.colorize.palette;

import org.jspecify.annotations.NullMarked;
