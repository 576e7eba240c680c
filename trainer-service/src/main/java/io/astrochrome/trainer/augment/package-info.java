/** Random views of the training pictures: the same seed, step and index give the same view, on however many threads. */
package io.astrochrome.trainer.augment;
