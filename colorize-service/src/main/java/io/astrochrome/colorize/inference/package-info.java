/** Frames through a network. */
package io.astrochrome.colorize.inference;
