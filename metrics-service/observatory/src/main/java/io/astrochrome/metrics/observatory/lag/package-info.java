/** How many records the services' consumer groups have still to read. */
@NullMarked
package io.astrochrome.metrics.observatory.lag;

import org.jspecify.annotations.NullMarked;
