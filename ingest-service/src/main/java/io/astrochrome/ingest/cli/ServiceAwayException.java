package io.astrochrome.ingest.cli;

/** No ingest-service answers, or it does not take frames for now. */
final class ServiceAwayException extends Exception {
    ServiceAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
