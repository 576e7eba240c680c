package io.astrochrome.metrics.observatory.stretches;

import io.astrochrome.events.EventCodec;
import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.SequenceStretch;
import io.astrochrome.events.StretchReset;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What preprocess-service keeps of targets' stretches in the object store, and where it looks for requests. */
@ApplicationScoped
class TargetStretches {
    private static final Logger LOG = Logger.getLogger(TargetStretches.class);
    private static final int LARGEST_OBJECT = 1 << 20;

    private final ObjectStore store;

    TargetStretches(ObjectStore store) {
        this.store = store;
    }

    /** Whether a sequence of that target has a static stretch. */
    boolean isKnown(String target) {
        try (Stream<String> keys = store.list(ObjectKeys.stretches(target))) {
            return keys.findFirst().isPresent();
        }
    }

    /** Every change of the target's sequences, newest first. */
    List<StretchView> changes(String target) {
        List<StretchView> changes = new ArrayList<>();
        try (Stream<String> keys = store.list(ObjectKeys.stretches(target))) {
            keys.forEach(key -> add(key, changes));
        }
        changes.sort(Comparator.comparing(StretchView::at).reversed());
        return changes;
    }

    private void add(String key, List<StretchView> changes) {
        String sequence = key.substring(key.lastIndexOf('/') + 1).replace(".json", "");
        try (InputStream in = store.open(key)) {
            EventCodec.fromJson(in.readNBytes(LARGEST_OBJECT), SequenceStretch.class)
                    .changes()
                    .forEach(change -> changes.add(StretchView.of(sequence, change)));
        } catch (ObjectMissingException | EventFormatException e) {
            LOG.warnf("%s is passed over: %s", key, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(key + " cannot be read", e);
        }
    }

    /** Asks that each of the target's stretches be fitted anew to the next frame. */
    void ask(StretchReset reset) {
        store.put(ObjectKeys.stretchReset(reset.target()), EventCodec.toJson(reset), "application/json");
        LOG.infof("the stretch of %s is to be fitted anew, says %s: %s", reset.target(), reset.by(), reset.reason());
    }
}
