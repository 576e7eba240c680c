/** How many records the services' consumer groups have still to read. */
package io.astrochrome.metrics.observatory.lag;
