/** Layers, and what interprets them. */
@NullMarked
package io.astrochrome.trainer.network.layer;

import org.jspecify.annotations.NullMarked;
