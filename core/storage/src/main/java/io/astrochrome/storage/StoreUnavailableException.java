package io.astrochrome.storage;

import org.jspecify.annotations.Nullable;

/** The store does not answer, or not in time, or refuses: try again later; nothing is known about the object. */
public final class StoreUnavailableException extends StoreException {
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
