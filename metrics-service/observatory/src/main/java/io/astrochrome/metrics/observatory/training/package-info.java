/** Training runs as {@code training.v1} tells of them: where they stand, and their curves. */
@NullMarked
package io.astrochrome.metrics.observatory.training;

import org.jspecify.annotations.NullMarked;
