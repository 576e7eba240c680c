/** Trained generators as ONNX files that do what the trained ones do; single, or several as one. */
package io.astrochrome.trainer.export;
