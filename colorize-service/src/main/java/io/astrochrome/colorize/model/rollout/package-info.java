/** How a decided model comes to work here: read from the log, loaded, checked, swapped in or tried, or refused. */
package io.astrochrome.colorize.model.rollout;
