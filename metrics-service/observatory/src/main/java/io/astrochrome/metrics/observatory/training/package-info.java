/** Training runs as {@code training.v1} tells of them: where they stand, and their curves. */
package io.astrochrome.metrics.observatory.training;
