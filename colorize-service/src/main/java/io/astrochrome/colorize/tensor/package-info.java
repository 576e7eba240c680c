/** Tensors as pictures, and back. */
package io.astrochrome.colorize.tensor;
