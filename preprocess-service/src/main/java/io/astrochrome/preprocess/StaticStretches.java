package io.astrochrome.preprocess;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.FramePosition;
import io.astrochrome.events.stretch.SequenceStretch;
import io.astrochrome.events.stretch.StretchChange;
import io.astrochrome.events.stretch.StretchReset;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.platform.cache.BoundedMap;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The stretch of each sequence: fitted to its first frame and left alone, so that a sequence does not flicker, until its
 * frames have moved too far from it ({@link StretchPolicy}) or a person asks. Kept in the object store before a frame has
 * it: it survives restarts, after a rebalance the next instance goes on with it, and a frame that is delivered again has the
 * curve that it had. No lock is needed, because a target's frames are in one partition and so with one instance at a time;
 * should a slow instance and its successor both meet a frame, they find the same.
 */
@ApplicationScoped
class StaticStretches {
    private static final Logger LOG = Logger.getLogger(StaticStretches.class);
    private static final int REMEMBERED = 256;

    private final ObjectStore store;
    private final StoredRequests<StretchReset> resets;
    private final StageTimers meters;
    private final Map<String, Remembered> remembered = BoundedMap.ofLastUsed(REMEMBERED);

    @Inject
    StaticStretches(ObjectStore store, StageTimers meters) {
        this(
                store,
                new StoredRequests<>(store, ObjectKeys::stretchReset, StretchReset.class, Clock.systemUTC()),
                meters);
    }

    StaticStretches(ObjectStore store, StoredRequests<StretchReset> resets, StageTimers meters) {
        this.store = store;
        this.resets = resets;
        this.meters = meters;
    }

    /**
     * What is kept, and how far its frames have come.
     *
     * @param seen the newest frame; one that is older, because it was overtaken, decides nothing
     */
    private record Remembered(SequenceStretch kept, FramePosition seen) {}

    /** The curve of the frame: its sequence's, or its own where it is the first. */
    synchronized StretchCurve curve(FrameIngested event, Stretch stretch, DecodedFrame frame) {
        FrameSequence sequence = FrameSequence.of(event.target(), stretch.name(), frame);
        FramePosition at = FramePosition.of(event);
        Remembered known = remembered.get(sequence.hash());
        if (known == null) {
            known = kept(sequence)
                    .map(kept -> new Remembered(kept, kept.newest()))
                    .orElse(null);
        }
        Optional<StretchReset> reset = resets.newest(event.target());
        SequenceStretch next;
        if (known == null) {
            next = StretchPolicy.begin(event, stretch, frame, reset);
            keep(sequence, next);
        } else if (at.compareTo(known.seen) <= 0) {
            next = known.kept;
        } else {
            next = StretchPolicy.after(known.kept, event, stretch, frame, reset);
            if (!next.equals(known.kept)) {
                keep(sequence, next);
            }
        }
        if (known == null || !next.current().at().equals(known.kept.current().at())) {
            tell(event, next.current());
        }
        FramePosition seen = known == null || at.compareTo(known.seen) > 0 ? at : known.seen;
        remembered.put(sequence.hash(), new Remembered(next, seen));
        return StretchPolicy.at(next, at);
    }

    /** Partitions have come from another instance, which may have changed what is kept. */
    synchronized void forget() {
        remembered.clear();
    }

    private void tell(FrameIngested event, StretchChange change) {
        String cause = change.cause().name().toLowerCase(Locale.ROOT);
        meters.stretched(cause);
        LOG.infof(
                "the stretch of %s is %s from %s on (%s): %s",
                event.target(), change.to().name(), event.fileName(), cause, change.detail());
    }

    private void keep(FrameSequence sequence, SequenceStretch stretch) {
        StoredRecords.keep(store, sequence.key(), stretch);
    }

    /** One that is not readable is fitted anew. */
    private Optional<SequenceStretch> kept(FrameSequence sequence) {
        return StoredRecords.findReadable(store, sequence.key(), SequenceStretch.class);
    }
}
