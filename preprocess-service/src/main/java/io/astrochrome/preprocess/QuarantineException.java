package io.astrochrome.preprocess;

/** Why a frame is put aside, in the form that the connector takes; it has no stack, because nothing failed. */
final class QuarantineException extends Exception {
    QuarantineException(String reason) {
        super(reason, null, false, false);
    }
}
