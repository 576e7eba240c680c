package io.astrochrome.metrics.observatory.store;

import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectKind;
import io.astrochrome.storage.ObjectStore;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What there is of a kind of object.
 *
 * @param bytes of all together
 */
record StoreSizes(long objects, long bytes) {
    /**
     * Lists a kind, page by page.
     *
     * @param goesOn asked before each object; where it says no, the rest is left out
     */
    static StoreSizes of(ObjectStore store, ObjectKind kind, BooleanSupplier goesOn) {
        long objects = 0;
        long bytes = 0;
        try (Stream<ListedObject> listed = store.listed(kind.prefix())) {
            Iterator<ListedObject> iterator = listed.iterator();
            while (goesOn.getAsBoolean() && iterator.hasNext()) {
                objects++;
                bytes += iterator.next().sizeBytes();
            }
        }
        return new StoreSizes(objects, bytes);
    }
}
