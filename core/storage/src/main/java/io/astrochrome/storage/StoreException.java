package io.astrochrome.storage;

/** What can go wrong with the object store; which case it is says what to do about it. */
public abstract sealed class StoreException extends RuntimeException
        permits StoreUnavailableException, ObjectMissingException, ObjectAlteredException {
    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
