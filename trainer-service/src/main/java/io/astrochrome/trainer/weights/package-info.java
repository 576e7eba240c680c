/** Pre-trained values: reading them from files, renaming them, and making an RGB encoder read lightness. */
package io.astrochrome.trainer.weights;
