package io.astrochrome.colorize.stream.publish;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.platform.retry.Retry;
import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A store that waits while the one behind it does not answer, as long as it takes. It throws {@link
 * StoreUnavailableException} only on a thread that is interrupted, which stays so. What is read after a method has returned
 * a stream is not waited for. Thread-safe.
 */
public final class RetryingObjectStore implements ObjectStore {
    private final ObjectStore store;
    private final Retry retry;

    public RetryingObjectStore(ObjectStore store, Retry retry) {
        this.store = store;
        this.retry = retry;
    }

    @Override
    public ObjectReference put(String key, Path file, String mediaType) {
        return until("storing " + key, () -> store.put(key, file, mediaType));
    }

    @Override
    public ObjectReference put(String key, byte[] bytes, String mediaType) {
        return until("storing " + key, () -> store.put(key, bytes, mediaType));
    }

    @Override
    public void fetch(ObjectReference reference, Path into) {
        until("fetching " + reference.key(), () -> {
            store.fetch(reference, into);
            return into;
        });
    }

    @Override
    public byte[] fetch(ObjectReference reference) {
        return until("fetching " + reference.key(), () -> store.fetch(reference));
    }

    @Override
    public Optional<StoredObject> stat(String key) {
        return until("looking for " + key, () -> store.stat(key));
    }

    @Override
    public byte[] read(String key, int most) {
        return until("reading " + key, () -> store.read(key, most));
    }

    @Override
    public InputStream open(String key) {
        return until("reading " + key, () -> store.open(key));
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return until("reading " + key, () -> store.open(key, offset, length));
    }

    @Override
    public void delete(String key) {
        until("deleting " + key, () -> {
            store.delete(key);
            return key;
        });
    }

    @Override
    public Stream<String> list(String prefix) {
        return until("listing " + prefix, () -> store.list(prefix));
    }

    @Override
    public Stream<ListedObject> listed(String prefix) {
        return until("listing " + prefix, () -> store.listed(prefix));
    }

    @Override
    public void ensureBucket() {
        until("making the bucket", () -> {
            store.ensureBucket();
            return "";
        });
    }

    private <T> T until(String what, Supplier<T> step) {
        try {
            return retry.until(what, step::get)
                    .orElseThrow(() -> new StoreUnavailableException(what + " was broken off", null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
