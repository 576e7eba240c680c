/** Recipes: files that, with a data set, decide everything about a training run. */
@NullMarked
package io.astrochrome.trainer.recipe;

import org.jspecify.annotations.NullMarked;
