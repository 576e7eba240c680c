/** How decisions and requests get into the log. */
package io.astrochrome.metrics.registry.events;
