/** Frames through the champion, the canary and the shadow. */
@NullMarked
package io.astrochrome.colorize.stream.network;

import org.jspecify.annotations.NullMarked;
