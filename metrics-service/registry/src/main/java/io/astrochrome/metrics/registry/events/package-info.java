/** How decisions and requests get into the log. */
@NullMarked
package io.astrochrome.metrics.registry.events;

import org.jspecify.annotations.NullMarked;
