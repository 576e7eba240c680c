/** What a model is worth on pictures that it has not seen, beside predictions that know nothing. */
package io.astrochrome.trainer.evaluate;
