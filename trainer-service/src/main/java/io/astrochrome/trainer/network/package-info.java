/**
 * The networks, each described once: which layers in which order, and what they are called. Interpreters of
 * {@link io.astrochrome.trainer.network.layer.Ops} run them, write them as ONNX, or only list their values. Pure Java.
 */
@NullMarked
package io.astrochrome.trainer.network;

import org.jspecify.annotations.NullMarked;
