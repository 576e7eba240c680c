package io.astrochrome.ingest.intake;

/** An event was not acknowledged; the message says why. */
public final class PublishFailedException extends Exception {
    public PublishFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
