/**
 * The one place that touches DJL: tensors with automatic differentiation, the interpreter that runs networks in libtorch,
 * and Adam. Numbers enter the graph only as tensors that the tape owns, because the engine frees plain ones before they
 * are used.
 */
@NullMarked
package io.astrochrome.trainer.engine;

import org.jspecify.annotations.NullMarked;
