package io.astrochrome.platform.prune;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoredObject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** A store in which somebody writes one object again between a listing and the next look at it. */
record RewritingStore(ObjectStore store, String rewritten) implements ObjectStore {
    @Override
    public Optional<StoredObject> stat(String key) {
        return store.stat(key)
                .map(object -> key.equals(rewritten)
                        ? new StoredObject(
                                object.bucket(),
                                key,
                                object.sizeBytes(),
                                object.mediaType(),
                                object.lastModified().plus(Duration.ofSeconds(1)))
                        : object);
    }

    @Override
    public Stream<ListedObject> listed(String prefix) {
        return store.listed(prefix);
    }

    @Override
    public Stream<String> list(String prefix) {
        return store.list(prefix);
    }

    @Override
    public ObjectReference put(String key, Path file, String mediaType) {
        return store.put(key, file, mediaType);
    }

    @Override
    public ObjectReference put(String key, byte[] bytes, String mediaType) {
        return store.put(key, bytes, mediaType);
    }

    @Override
    public void fetch(ObjectReference reference, Path into) {
        store.fetch(reference, into);
    }

    @Override
    public byte[] fetch(ObjectReference reference) {
        return store.fetch(reference);
    }

    @Override
    public InputStream open(String key) {
        return store.open(key);
    }

    @Override
    public InputStream open(String key, long offset, long length) {
        return store.open(key, offset, length);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public void ensureBucket() {
        store.ensureBucket();
    }
}
