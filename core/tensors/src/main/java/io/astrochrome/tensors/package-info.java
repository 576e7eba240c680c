/**
 * Tensors as bytes: the safetensors file format and half-precision floats. It knows nothing of what the tensors mean.
 */
package io.astrochrome.tensors;
