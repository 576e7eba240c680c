/** What becomes of the exposures of a night, and what people want of their stacks. */
@NullMarked
package io.astrochrome.events.night;

import org.jspecify.annotations.NullMarked;
