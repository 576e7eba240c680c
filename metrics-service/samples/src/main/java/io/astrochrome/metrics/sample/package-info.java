/** Frames as the other services would have left them. */
package io.astrochrome.metrics.sample;
