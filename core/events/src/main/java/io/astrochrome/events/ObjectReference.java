package io.astrochrome.events;

/**
 * Where some bytes lie in the object store, and what they must be: whoever reads them checks size and SHA-256.
 *
 * @param sha256 of the bytes, 64 lower-case hex digits
 */
public record ObjectReference(String bucket, String key, long sizeBytes, String sha256) {
    public ObjectReference {
        Rules.notBlank("bucket", bucket);
        Rules.notBlank("key", key);
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("sizeBytes must not be negative, not " + sizeBytes);
        }
        Rules.sha256("sha256", sha256);
    }
}
