/** Pre-trained values: reading them from files, renaming them, and making an RGB encoder read lightness. */
@NullMarked
package io.astrochrome.trainer.weights;

import org.jspecify.annotations.NullMarked;
