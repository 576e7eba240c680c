package io.astrochrome.imaging.decode;

/** The kinds of rules that a file can break. */
public enum RejectionReason {
    /** The content is of no format known here, whatever the file is called. */
    UNKNOWN_FORMAT,
    /** The format is known, this variety of it is not decoded. */
    UNSUPPORTED,
    /** The file has more bytes than the limit. */
    TOO_MANY_BYTES,
    /** The picture has more pixels than the limit, or would take more memory than there is for it. */
    TOO_MANY_PIXELS,
    /** The file ends before its header says. */
    TRUNCATED,
    /** The header contradicts the file, or itself. */
    LYING_HEADER,
    /** The content cannot be read. */
    DAMAGED
}
