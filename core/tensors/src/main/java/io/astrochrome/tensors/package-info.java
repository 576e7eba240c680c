/**
 * Tensors: as bytes (the safetensors file format and half-precision floats), and how their grid lies on a frame. What their values
 * mean it does not know.
 */
@NullMarked
package io.astrochrome.tensors;

import org.jspecify.annotations.NullMarked;
