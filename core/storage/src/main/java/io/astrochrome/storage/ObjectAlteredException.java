package io.astrochrome.storage;

/** The object's bytes are not those that its reference promises; trying again does not help. */
public final class ObjectAlteredException extends StoreException {
    public ObjectAlteredException(String message) {
        super(message, null);
    }
}
