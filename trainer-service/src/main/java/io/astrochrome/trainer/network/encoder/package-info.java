/** Encoders that networks begin with, as their pre-trained weights name them. */
@NullMarked
package io.astrochrome.trainer.network.encoder;

import org.jspecify.annotations.NullMarked;
