/**
 * Turns frames into normalised LAB tensors. {@link io.astrochrome.preprocess.FrameConsumer} is the way through: what it
 * reads, what it sends, what it gives up.
 */
@NullMarked
package io.astrochrome.preprocess;

import org.jspecify.annotations.NullMarked;
