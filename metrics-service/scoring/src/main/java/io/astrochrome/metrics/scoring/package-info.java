/** Joins coloured frames with the truth by frame id and publishes how well they match. */
@NullMarked
package io.astrochrome.metrics.scoring;

import org.jspecify.annotations.NullMarked;
