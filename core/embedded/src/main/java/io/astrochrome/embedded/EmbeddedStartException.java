package io.astrochrome.embedded;

/** A server did not come up; the message says which and where, the cause why. */
public final class EmbeddedStartException extends RuntimeException {
    EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
