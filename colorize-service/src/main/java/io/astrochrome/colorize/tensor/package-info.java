/** Tensors as pictures, and back. */
@NullMarked
package io.astrochrome.colorize.tensor;

import org.jspecify.annotations.NullMarked;
