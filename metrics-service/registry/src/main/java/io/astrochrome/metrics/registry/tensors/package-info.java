/** Where in the log the tensors lie that models are measured on, and what live frames look like. */
package io.astrochrome.metrics.registry.tensors;
