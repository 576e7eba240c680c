package io.astrochrome.metrics.observatory.stretches;

import io.astrochrome.events.stretch.SequenceStretch;
import io.astrochrome.events.stretch.StretchReset;
import io.astrochrome.platform.store.StoredRecords;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What preprocess-service keeps of targets' stretches in the object store, and where it looks for requests. */
@ApplicationScoped
class TargetStretches {
    private static final Logger LOG = Logger.getLogger(TargetStretches.class);

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
        StoredRecords.findReadable(store, key, SequenceStretch.class).ifPresent(stretch -> stretch.changes()
                .forEach(change -> changes.add(StretchView.of(sequence, change))));
    }

    /** Asks that each of the target's stretches be fitted anew to the next frame. */
    void ask(StretchReset reset) {
        StoredRecords.keep(store, ObjectKeys.stretchReset(reset.target()), reset);
        LOG.infof("the stretch of %s is to be fitted anew, says %s: %s", reset.target(), reset.by(), reset.reason());
    }
}
