/**
 * A target's night: exposures come one by one, are judged, laid on the first good one and stacked by role. The same exposures
 * in the same order give the same stacks, bit by bit, in the stream and at the command line.
 */
@NullMarked
package io.astrochrome.imaging.night;

import org.jspecify.annotations.NullMarked;
