package io.astrochrome.ingest.intake;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Which frames have been published: one small object each, written after Kafka has acknowledged the event. A frame whose
 * bytes are stored but that has no mark was never announced, or its announcer died within the moment between
 * acknowledgement and mark; it is announced (again).
 */
final class IngestedMarks {
    private static final String MEDIA_TYPE = "application/json";

    private final ObjectStore store;

    IngestedMarks(ObjectStore store) {
        this.store = store;
    }

    /** The event that announced the frame, or empty where it has not been announced. */
    Optional<FrameIngested> find(String frameId) {
        try (InputStream mark = store.open(ObjectKeys.ingested(frameId))) {
            return Optional.of(EventCodec.fromJson(mark.readAllBytes(), FrameIngested.class));
        } catch (ObjectMissingException | EventFormatException e) {
            return Optional.empty(); // a mark that cannot be read is written anew
        } catch (IOException e) {
            throw new StoreUnavailableException("the mark of frame " + frameId + " cannot be read", e);
        }
    }

    void set(FrameIngested event) {
        store.put(ObjectKeys.ingested(event.frameId()), EventCodec.toJson(event), MEDIA_TYPE);
    }
}
