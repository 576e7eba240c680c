/** Trained generators as ONNX files that do what the trained ones do; single, or several as one. */
@NullMarked
package io.astrochrome.trainer.export;

import org.jspecify.annotations.NullMarked;
