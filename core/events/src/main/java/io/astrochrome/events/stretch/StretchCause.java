package io.astrochrome.events.stretch;

/** Why a sequence's stretch was fitted. */
public enum StretchCause {
    /** To the sequence's first frame. */
    FIRST,
    /** Anew, because background or scale of the frames had moved. */
    MOVED,
    /** Anew, because a person asked for it. */
    ASKED
}
