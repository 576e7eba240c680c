/** How a decided model comes to work here: read from the log, loaded, checked, swapped in or tried, or refused. */
@NullMarked
package io.astrochrome.colorize.model.rollout;

import org.jspecify.annotations.NullMarked;
