package io.astrochrome.platform.store;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Records that services keep in the object store: one object each, as JSON. All throw what the store throws. Thread-safe. */
public final class StoredRecords {
    /** What is asked of a target, or known of it, takes far less. */
    private static final int LARGEST_BYTES = 1 << 20;

    private static final String MEDIA_TYPE = "application/json";
    private static final Logger LOG = Logger.getLogger(StoredRecords.class);

    private StoredRecords() {}

    /**
     * Keeps a record in the place of what was there.
     *
     * @throws IllegalArgumentException where it is larger than 1 MiB, which {@link #find} would not read again
     */
    public static void keep(ObjectStore store, String key, Record record) {
        keep(store, key, record, LARGEST_BYTES);
    }

    /** As {@link #keep(ObjectStore, String, Record)}, of at most so many bytes. */
    public static void keep(ObjectStore store, String key, Record record, int mostBytes) {
        byte[] json = EventCodec.toJson(record);
        if (json.length > mostBytes) {
            throw new IllegalArgumentException("a " + record.getClass().getSimpleName() + " of " + json.length
                    + " bytes is too large: " + mostBytes + " at most");
        }
        store.put(key, json, MEDIA_TYPE);
    }

    /**
     * The record under that key, or empty where there is none. What is there and is no such record is passed over as if it were not,
     * and the log says so.
     *
     * @throws StoreUnavailableException also where the store breaks off: nothing is known of the record then
     */
    public static <T extends Record> Optional<T> findReadable(ObjectStore store, String key, Class<T> type) {
        try {
            return find(store, key, type);
        } catch (EventFormatException e) {
            LOG.warnf("%s is passed over: %s", key, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The record under that key, or empty where there is none.
     *
     * @throws EventFormatException where what is there is no such record, or is larger than 1 MiB
     * @throws StoreUnavailableException also where the store breaks off
     */
    public static <T extends Record> Optional<T> find(ObjectStore store, String key, Class<T> type)
            throws EventFormatException {
        return find(store, key, type, LARGEST_BYTES);
    }

    /** As {@link #find(ObjectStore, String, Class)}, of at most so many bytes. */
    public static <T extends Record> Optional<T> find(ObjectStore store, String key, Class<T> type, int mostBytes)
            throws EventFormatException {
        byte[] json;
        try {
            json = store.read(key, mostBytes + 1);
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
        if (json.length > mostBytes) {
            throw new EventFormatException(
                    "not a " + type.getSimpleName() + ": it is larger than " + mostBytes + " bytes", null);
        }
        return Optional.of(EventCodec.fromJson(json, type));
    }
}
