/** A network's answer and a frame's luminance as pictures. */
package io.astrochrome.colorize.composing;
