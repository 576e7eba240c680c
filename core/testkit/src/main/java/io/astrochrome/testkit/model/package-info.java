/**
 * Small but real ONNX models of the project's contract, for tests that colour frames.
 */
package io.astrochrome.testkit.model;
