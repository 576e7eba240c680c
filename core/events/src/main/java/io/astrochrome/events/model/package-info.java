/** Models that are published, and the decisions about which one colours. */
@NullMarked
package io.astrochrome.events.model;

import org.jspecify.annotations.NullMarked;
