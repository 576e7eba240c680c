/**
 * Small but real ONNX models of the project's contract, for tests that colour frames.
 */
@NullMarked
package io.astrochrome.testkit.model;

import org.jspecify.annotations.NullMarked;
