/** The table of topics: what is on each, and which service reads and writes it. */
@NullMarked
package io.astrochrome.events.topic;

import org.jspecify.annotations.NullMarked;
