/** Whether a new model may take the champion's place: both are measured on the same frames, and rules decide. */
@NullMarked
package io.astrochrome.metrics.registry.gate;

import org.jspecify.annotations.NullMarked;
