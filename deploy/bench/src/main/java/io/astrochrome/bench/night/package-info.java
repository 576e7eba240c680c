/** How well and how fast a night's exposures become a picture, on nights whose truth is known: {@link io.astrochrome.bench.night.NightMeasurement}. */
package io.astrochrome.bench.night;
