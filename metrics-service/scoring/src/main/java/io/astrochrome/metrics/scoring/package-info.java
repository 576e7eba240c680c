/** Joins coloured frames with the truth by frame id and publishes how well they match. */
package io.astrochrome.metrics.scoring;
