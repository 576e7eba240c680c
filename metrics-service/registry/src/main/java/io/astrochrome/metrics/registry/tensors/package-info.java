/** Where in the log the tensors lie that models are measured on, and what live frames look like. */
@NullMarked
package io.astrochrome.metrics.registry.tensors;

import org.jspecify.annotations.NullMarked;
