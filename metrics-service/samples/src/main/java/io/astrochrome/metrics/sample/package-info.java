/** Frames as the other services would have left them. */
@NullMarked
package io.astrochrome.metrics.sample;

import org.jspecify.annotations.NullMarked;
