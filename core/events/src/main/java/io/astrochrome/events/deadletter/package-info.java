/** How records say that they could not be handled, were put back, or are a replay's. */
@NullMarked
package io.astrochrome.events.deadletter;

import org.jspecify.annotations.NullMarked;
