/** What a model's file does not say by itself: whose pictures it learnt from, how, how good it is, and what it is for. */
@NullMarked
package io.astrochrome.trainer.card;

import org.jspecify.annotations.NullMarked;
