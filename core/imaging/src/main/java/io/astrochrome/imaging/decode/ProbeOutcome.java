package io.astrochrome.imaging.decode;

/** What a file's header says, or why it says nothing that can be used. */
public sealed interface ProbeOutcome permits Probed, Rejected {}
