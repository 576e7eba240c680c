package io.astrochrome.platform.store;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Records that services keep in the object store: one object each, as JSON. All throw what the store throws. Thread-safe. */
public final class StoredRecords {
    /** What is asked of a target, or known of it, takes far less. */
    private static final int LARGEST_BYTES = 1 << 20;

    private static final String MEDIA_TYPE = "application/json";
    private static final Logger LOG = Logger.getLogger(StoredRecords.class);

    private StoredRecords() {}

    /** Keeps a record in the place of what was there. */
    public static void keep(ObjectStore store, String key, Record record) {
        store.put(key, EventCodec.toJson(record), MEDIA_TYPE);
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
        try (InputStream in = store.open(key)) {
            json = in.readNBytes(mostBytes + 1);
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StoreUnavailableException(key + " cannot be read to its end", e);
        }
        if (json.length > mostBytes) {
            throw new EventFormatException(
                    "not a " + type.getSimpleName() + ": it is larger than " + mostBytes + " bytes", null);
        }
        return Optional.of(EventCodec.fromJson(json, type));
    }
}
