/**
 * Tensors as bytes: the safetensors file format and half-precision floats. It knows nothing of what the tensors mean.
 */
@NullMarked
package io.astrochrome.tensors;

import org.jspecify.annotations.NullMarked;
