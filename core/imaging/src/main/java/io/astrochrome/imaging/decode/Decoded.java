package io.astrochrome.imaging.decode;

/** The file was a frame. */
public record Decoded(DecodedFrame frame) implements DecodeOutcome {}
