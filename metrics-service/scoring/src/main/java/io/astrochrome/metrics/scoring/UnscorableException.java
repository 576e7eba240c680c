package io.astrochrome.metrics.scoring;

/** A coloured frame and its truth do not fit together; the message says in what. */
final class UnscorableException extends Exception {
    UnscorableException(String message) {
        super(message);
    }
}
