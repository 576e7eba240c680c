/** What a model's file does not say by itself: whose pictures it learnt from, how, how good it is, and what it is for. */
package io.astrochrome.trainer.card;
