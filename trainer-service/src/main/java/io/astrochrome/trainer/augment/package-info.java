/** Random views of the training pictures: the same seed, step and index give the same view, on however many threads. */
@NullMarked
package io.astrochrome.trainer.augment;

import org.jspecify.annotations.NullMarked;
