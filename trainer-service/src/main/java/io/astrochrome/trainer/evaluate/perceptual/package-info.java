/** How unlike pictures look, by networks that see as people do. */
@NullMarked
package io.astrochrome.trainer.evaluate.perceptual;

import org.jspecify.annotations.NullMarked;
