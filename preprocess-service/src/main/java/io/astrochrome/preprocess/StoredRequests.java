package io.astrochrome.preprocess;

import io.astrochrome.platform.cache.BoundedMap;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What people ask of targets, from the object store: the newest request of a kind for each target. One is known within
 * {@link #FRESH}. Thread-safe.
 *
 * @param <T> the kind of request
 */
final class StoredRequests<T extends Record> {
    /** Soon enough for a person who watches, and no call for each frame. */
    static final Duration FRESH = Duration.ofSeconds(2);

    private static final int REMEMBERED = 256;

    private final ObjectStore store;
    private final UnaryOperator<String> keyOf;
    private final Class<T> type;
    private final Clock clock;
    private final Map<String, Looked<T>> looked = BoundedMap.ofLastUsed(REMEMBERED);

    /**
     * Requests of that kind.
     *
     * @param keyOf the key of a target's request
     */
    StoredRequests(ObjectStore store, UnaryOperator<String> keyOf, Class<T> type, Clock clock) {
        this.store = store;
        this.keyOf = keyOf;
        this.type = type;
        this.clock = clock;
    }

    private record Looked<T>(Optional<T> request, Instant at) {}

    /** The newest request about that target. */
    synchronized Optional<T> newest(String target) {
        Looked<T> known = looked.get(target);
        if (known == null || !clock.instant().isBefore(known.at.plus(FRESH))) {
            known = new Looked<>(read(target), clock.instant());
            looked.put(target, known);
        }
        return known.request;
    }

    /** Something is asked of that target that was not before: it is known from now on. */
    synchronized void changed(String target) {
        looked.remove(target);
    }

    private Optional<T> read(String target) {
        return StoredRecords.findReadable(store, keyOf.apply(target), type);
    }
}
