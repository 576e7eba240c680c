package io.astrochrome.platform.prune;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Purpose;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
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

    private boolean ask(String frameId) {
        try (InputStream mark = store.open(ObjectKeys.ingested(frameId))) {
            return EventCodec.fromJson(mark.readAllBytes(), FrameIngested.class).purpose() != Purpose.LIVE;
        } catch (ObjectMissingException e) {
            return false;
        } catch (EventFormatException e) {
            return true;
        } catch (IOException e) {
            throw new StoreUnavailableException("the mark of frame " + frameId + " cannot be read", e);
        }
    }
}
