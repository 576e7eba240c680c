package io.astrochrome.ingest.intake;

import io.astrochrome.imaging.decode.RejectionReason;

/** The kinds of rules that a frame can break when it is handed in, each with its HTTP status. */
public enum Refusal {
    TOO_MANY_BYTES(413),
    UNKNOWN_FORMAT(415),
    UNUSABLE(422);

    private final int httpStatus;

    Refusal(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }

    static Refusal of(RejectionReason reason) {
        return switch (reason) {
            case TOO_MANY_BYTES -> TOO_MANY_BYTES;
            case UNKNOWN_FORMAT -> UNKNOWN_FORMAT;
            case UNSUPPORTED, TOO_MANY_PIXELS, TRUNCATED, LYING_HEADER, DAMAGED -> UNUSABLE;
        };
    }
}
