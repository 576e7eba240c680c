package io.astrochrome.imaging.decode;

/**
 * The file was not a frame that can be decoded.
 *
 * @param code the kind of rule that was broken
 * @param message a sentence for people that names the file and the rule
 */
public record Rejected(RejectionReason code, String message) implements DecodeOutcome, ProbeOutcome {}
