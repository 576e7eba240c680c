package io.astrochrome.preprocess;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.stretch.Stretch;
import io.astrochrome.imaging.stretch.StretchCurve;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The stretch of each sequence, fitted to its first frame and then left alone, so that a sequence does not flicker. Kept in
 * the object store: it survives restarts, and after a rebalance the next instance goes on with the same curve. No lock is
 * needed, because a target's frames are in one partition and so with one instance at a time; should a slow instance and its
 * successor both meet the first frame, it is the same frame, and they write the same curve.
 */
@ApplicationScoped
class StaticStretches {
    private static final Logger LOG = Logger.getLogger(StaticStretches.class);
    private static final int REMEMBERED = 256;
    private static final int LARGEST_OBJECT = 1 << 16;
    private static final String SCOPE = "target";

    private final ObjectStore store;
    private final Map<String, StretchCurve> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 0.75f, /* accessOrder= */ true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, StretchCurve> eldest) {
                    return size() > REMEMBERED;
                }
            });

    StaticStretches(ObjectStore store) {
        this.store = store;
    }

    /** The curve of the frame's sequence; the frame's own where it is the first. */
    StretchCurve curve(String target, Stretch stretch, DecodedFrame frame) {
        FrameSequence sequence = FrameSequence.of(target, stretch.name(), frame);
        StretchCurve known = remembered.get(sequence.hash());
        if (known == null) {
            known = kept(sequence).orElseGet(() -> keep(sequence, stretch.fit(frame)));
            remembered.put(sequence.hash(), known);
        }
        return known;
    }

    private StretchCurve keep(FrameSequence sequence, StretchCurve curve) {
        StretchApplied applied = new StretchApplied(curve.name(), SCOPE, curve.parameters());
        store.put(sequence.key(), EventCodec.toJson(applied), "application/json");
        return curve;
    }

    private Optional<StretchCurve> kept(FrameSequence sequence) {
        if (store.stat(sequence.key()).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = store.open(sequence.key())) {
            StretchApplied applied = EventCodec.fromJson(in.readNBytes(LARGEST_OBJECT), StretchApplied.class);
            return Optional.of(new StretchCurve(applied.name(), applied.parameters()));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (EventFormatException | IllegalArgumentException e) {
            LOG.warnf("%s is no stretch and is fitted anew: %s", sequence.key(), e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(sequence.key() + " cannot be read", e);
        }
    }
}
