/** How fast pixels are computed, by JMH on one core. */
package io.astrochrome.bench.imaging;
