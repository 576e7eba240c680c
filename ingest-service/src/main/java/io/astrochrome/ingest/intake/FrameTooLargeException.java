package io.astrochrome.ingest.intake;

/** A frame goes on beyond the limit; what came of it is gone. */
final class FrameTooLargeException extends Exception {
    FrameTooLargeException(String message) {
        super(message);
    }
}
