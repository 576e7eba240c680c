package io.astrochrome.preprocess;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.imaging.decode.DecodeOutcome;
import io.astrochrome.imaging.decode.Decoded;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.storage.ObjectAlteredException;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Frames from the store: fetched, verified and decoded. Throws what the store throws when it does not answer. */
@ApplicationScoped
class FrameFetch {
    private final ObjectStore store;
    private final FrameDecoder decoder;
    private final WorkFolder folder;
    private final StageTimers timers;

    FrameFetch(ObjectStore store, FrameDecoder decoder, WorkFolder folder, StageTimers timers) {
        this.store = store;
        this.decoder = decoder;
        this.folder = folder;
        this.timers = timers;
    }

    /**
     * What its bytes are.
     *
     * @throws ObjectMissingException where the store has none
     * @throws ObjectAlteredException where they are others
     */
    DecodeOutcome decode(FrameIngested event) {
        try (WorkFolder.WorkFile file = folder.file(".frame")) {
            timers.time("fetch", () -> store.fetch(event.object(), file.path()));
            return timers.time("decode", () -> decoder.decode(file.path(), event.fileName()));
        }
    }

    /** A frame that was stacked before, to be stacked again; empty where it cannot be any more. */
    Optional<DecodedFrame> linear(FrameIngested event) {
        try {
            return decode(event) instanceof Decoded decoded && decoded.frame().linear()
                    ? Optional.of(decoded.frame())
                    : Optional.empty();
        } catch (ObjectMissingException | ObjectAlteredException e) {
            return Optional.empty();
        }
    }
}
