package io.astrochrome.imaging.decode;

/** What became of a file: pixels, or the reason why there are none. */
public sealed interface DecodeOutcome permits Decoded, Rejected {}
