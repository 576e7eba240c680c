/** Who says which colours a picture has: models, and what knows nothing of it, to hold them against. */
@NullMarked
package io.astrochrome.trainer.evaluate.predict;

import org.jspecify.annotations.NullMarked;
