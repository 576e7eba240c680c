package io.astrochrome.platform.prune;

import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Purpose;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the frames that are learnt from or measured with, by the mark that intake made of each. A frame whose mark cannot be read
 * counts as one of them; one without a mark was never announced, or its objects outlived it. Remembers what it has asked. For
 * one thread.
 */
final class FrameMaterial {
    private final ObjectStore store;
    private final Map<String, Boolean> known = new HashMap<>();

    FrameMaterial(ObjectStore store) {
        this.store = store;
    }

    boolean has(String frameId) {
        return known.computeIfAbsent(frameId, this::ask);
    }

    /** What cannot be read may be what is learnt from. */
    private boolean ask(String frameId) {
        try {
            return StoredRecords.find(store, ObjectKeys.ingested(frameId), FrameIngested.class)
                    .filter(frame -> frame.purpose() != Purpose.LIVE)
                    .isPresent();
        } catch (EventFormatException e) {
            return true;
        }
    }
}
