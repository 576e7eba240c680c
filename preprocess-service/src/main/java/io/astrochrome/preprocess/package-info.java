/**
 * Turns frames into normalised LAB tensors. {@link io.astrochrome.preprocess.FrameConsumer} is the way through: what it
 * reads, what it sends, what it gives up.
 */
package io.astrochrome.preprocess;
