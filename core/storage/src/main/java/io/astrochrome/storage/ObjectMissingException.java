package io.astrochrome.storage;

/** The store answers that there is no such object; trying again does not help. */
public final class ObjectMissingException extends StoreException {
    public ObjectMissingException(String bucket, String key) {
        super("there is no object " + key + " in bucket " + bucket, null);
    }
}
