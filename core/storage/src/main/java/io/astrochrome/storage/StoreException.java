package io.astrochrome.storage;

import org.jspecify.annotations.Nullable;

/** What can go wrong with the object store; which case it is says what to do about it. */
public abstract sealed class StoreException extends RuntimeException
        permits StoreUnavailableException, ObjectMissingException, ObjectAlteredException {
    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
