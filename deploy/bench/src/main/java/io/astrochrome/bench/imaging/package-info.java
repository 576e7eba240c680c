/** How fast pixels are computed, by JMH on one core. */
@NullMarked
package io.astrochrome.bench.imaging;

import org.jspecify.annotations.NullMarked;
