/** When the trainer is asked for a new model and why, and when a new champion has to go. */
@NullMarked
package io.astrochrome.metrics.registry.retraining;

import org.jspecify.annotations.NullMarked;
