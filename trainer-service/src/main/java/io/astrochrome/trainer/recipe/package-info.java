/** Recipes: files that, with a data set, decide everything about a training run. */
package io.astrochrome.trainer.recipe;
