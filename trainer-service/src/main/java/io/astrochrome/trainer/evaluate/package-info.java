/** What a model is worth on pictures that it has not seen, beside predictions that know nothing. */
@NullMarked
package io.astrochrome.trainer.evaluate;

import org.jspecify.annotations.NullMarked;
