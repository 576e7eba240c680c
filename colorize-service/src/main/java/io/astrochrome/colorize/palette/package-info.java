/** Which palette a frame's colours are steered by. */
package io.astrochrome.colorize.palette;
