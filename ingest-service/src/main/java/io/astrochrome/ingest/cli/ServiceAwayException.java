package io.astrochrome.ingest.cli;

import org.jspecify.annotations.Nullable;

/** No ingest-service answers, or it does not take frames for now. */
final class ServiceAwayException extends Exception {
    ServiceAwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
