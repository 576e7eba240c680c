/** How well and how fast a night's exposures become a picture, on nights whose truth is known: {@link io.astrochrome.bench.night.NightMeasurement}. */
@NullMarked
package io.astrochrome.bench.night;

import org.jspecify.annotations.NullMarked;
