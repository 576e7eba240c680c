/** Nights of exposures: what became of each, and what people want of their stacks. */
package io.astrochrome.metrics.observatory.nights;
