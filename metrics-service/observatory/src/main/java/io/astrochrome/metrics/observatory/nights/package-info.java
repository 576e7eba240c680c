/** Nights of exposures: what became of each, and what people want of their stacks. */
@NullMarked
package io.astrochrome.metrics.observatory.nights;

import org.jspecify.annotations.NullMarked;
