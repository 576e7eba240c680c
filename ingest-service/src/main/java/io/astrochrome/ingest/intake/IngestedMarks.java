package io.astrochrome.ingest.intake;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import java.util.Optional;

/**
 * Which frames have been published: one small object each, written after Kafka has acknowledged the event. A frame whose
 * bytes are stored but that has no mark was never announced, or its announcer died within the moment between
 * acknowledgement and mark; it is announced (again).
 */
final class IngestedMarks {
    private final ObjectStore store;

    IngestedMarks(ObjectStore store) {
        this.store = store;
    }

    /** The event that announced the frame, or empty where it has not been announced. A mark that cannot be read is written anew. */
    Optional<FrameIngested> find(String frameId) {
        return StoredRecords.findReadable(store, ObjectKeys.ingested(frameId), FrameIngested.class);
    }

    void set(FrameIngested event) {
        StoredRecords.keep(store, ObjectKeys.ingested(event.frameId()), event);
    }
}
