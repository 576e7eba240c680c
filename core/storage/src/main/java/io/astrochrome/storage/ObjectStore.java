package io.astrochrome.storage;

import io.astrochrome.events.ObjectReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One bucket of objects. Thread-safe. An object appears whole or not at all; putting the same bytes under the same key
 * again changes nothing that a reader could see, so that every write may be repeated. What is fetched through a reference
 * is checked against its size and SHA-256 before a caller sees a byte of it.
 *
 * <p>Every method throws {@link StoreUnavailableException} where the store does not answer: the caller tries again later.
 */
public interface ObjectStore {
    /**
     * Stores a file's bytes; an object that had the key before is replaced.
     *
     * @return where the bytes are, and what they must be when they are read
     * @throws java.io.UncheckedIOException where the file cannot be read
     */
    ObjectReference put(String key, Path file, String mediaType);

    /** As {@link #put(String, Path, String)}, from memory. */
    ObjectReference put(String key, byte[] bytes, String mediaType);

    /**
     * Brings an object into a file, which appears whole and verified or not at all.
     *
     * @throws ObjectMissingException where there is none
     * @throws ObjectAlteredException where size or SHA-256 are not those of the reference
     * @throws java.io.UncheckedIOException where the file cannot be written
     */
    void fetch(ObjectReference reference, Path into);

    /**
     * Brings an object into memory, verified.
     *
     * @throws ObjectMissingException where there is none
     * @throws ObjectAlteredException where size or SHA-256 are not those of the reference
     */
    byte[] fetch(ObjectReference reference);

    /** What the store has under the key, or empty where there is nothing. */
    Optional<StoredObject> stat(String key);

    /**
     * An object's bytes as they are, unverified; the caller closes the stream.
     *
     * @throws ObjectMissingException where there is none
     */
    InputStream open(String key);

    /**
     * An object's first bytes as they are, unverified.
     *
     * @param most how many at most
     * @throws ObjectMissingException where there is none
     * @throws StoreUnavailableException also where the store breaks off
     */
    default byte[] read(String key, int most) {
        try (InputStream in = open(key)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new StoreUnavailableException(key + " cannot be read to its end", e);
        }
    }

    /**
     * Some of an object's bytes as they are, unverified; the caller closes the stream.
     *
     * @param offset of the first byte
     * @param length number of bytes, at least one
     * @throws ObjectMissingException where there is none
     */
    InputStream open(String key, long offset, long length);

    /** Removes an object; does nothing where there is none. */
    void delete(String key);

    /** The keys that start with the prefix, in the order of their bytes; read page by page as the stream is consumed. */
    Stream<String> list(String prefix);

    /** As {@link #list}, with what a listing says about each object. */
    Stream<ListedObject> listed(String prefix);

    /** Makes the bucket where there is none. */
    void ensureBucket();
}
