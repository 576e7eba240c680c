/** Frames through the champion, the canary and the shadow. */
package io.astrochrome.colorize.stream.network;
