package io.astrochrome.platform.prune;

import io.astrochrome.events.EventFormatException;
import io.astrochrome.events.RecordReferences;
import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectKeys;
import io.astrochrome.storage.ObjectKind;
import io.astrochrome.storage.ObjectMissingException;
import io.astrochrome.storage.ObjectStore;
import io.astrochrome.storage.StoreUnavailableException;
import io.astrochrome.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Finds the objects that need not be kept, and deletes them where it is told to. What a record on the log or a target's
 * stack refers to stays, and so do pinned frames and those that are learnt from or measured with, with all that was made of them.
 * An object that was written again since it was listed stays too. Breaking off at any moment leaves nothing that a reader could
 * stumble over: a frame goes before its mark. Memory: the keys that are referred to. For one thread.
 */
public final class StorePruner {
    private static final Logger LOG = Logger.getLogger(StorePruner.class);

    private final ObjectStore store;
    private final LogReferences log;
    private final Clock clock;

    /**
     * Takes where it looks.
     *
     * @param clock that of the store's times
     */
    public StorePruner(ObjectStore store, LogReferences log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Looks through the store once.
     *
     * @param deletes whether what goes is deleted, or only counted
     * @throws io.astrochrome.storage.StoreException where the store does not answer
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    public PruneReport prune(PruneRules rules, boolean deletes) throws InterruptedException {
        Set<String> needed = new HashSet<>(log.keys(rules.newest(), rules.handledToo()));
        boolean all = rules.ages().containsKey(ObjectKind.FRAMES) && !addStacked(needed);
        var judge =
                new Judge(needed, all ? EnumSet.of(ObjectKind.FRAMES) : Set.of(), pinned(), new FrameMaterial(store));
        var report = new PruneReport();
        for (ObjectKind kind : ObjectKind.values()) {
            Duration age = rules.ages().get(kind);
            if (age != null) {
                report.begin(kind);
                look(kind, clock.instant().minus(age), judge, report, deletes);
            }
        }
        return report;
    }

    private void look(ObjectKind kind, Instant before, Judge judge, PruneReport report, boolean deletes) {
        try (Stream<ListedObject> objects = store.listed(kind.prefix())) {
            objects.forEach(object -> {
                Verdict verdict = object.lastModified().isBefore(before) ? judge.of(kind, object.key()) : Verdict.YOUNG;
                if (deletes && verdict == Verdict.GOES) {
                    verdict = delete(kind, object);
                }
                report.add(kind, verdict, object);
            });
        }
    }

    private Verdict delete(ObjectKind kind, ListedObject object) {
        Optional<StoredObject> now = store.stat(object.key());
        if (now.isPresent() && now.get().lastModified().isAfter(object.lastModified())) {
            return Verdict.YOUNG;
        }
        store.delete(object.key());
        if (kind == ObjectKind.FRAMES) {
            kind.frameId(object.key()).map(ObjectKeys::ingested).ifPresent(store::delete);
        }
        return Verdict.GOES;
    }

    private Set<String> pinned() {
        try (Stream<String> pins = store.list(ObjectKind.PINS.prefix())) {
            return pins.flatMap(key -> ObjectKind.PINS.frameId(key).stream()).collect(Collectors.toSet());
        }
    }

    /**
     * Adds what the journals and snapshots of stacks refer to: the exposures, which are stacked again where one is taken out.
     *
     * @return false where one cannot be read, so that there may be others
     */
    private boolean addStacked(Set<String> needed) {
        List<String> nights;
        try (Stream<String> keys = store.list(ObjectKind.NIGHTS.prefix())) {
            nights = keys.filter(key -> key.endsWith(".json")).toList();
        }
        boolean whole = true;
        for (String key : nights) {
            try {
                needed.addAll(references(key));
            } catch (EventFormatException e) {
                LOG.warnf("%s cannot be read, so that no exposure goes: %s", key, e.getMessage());
                whole = false;
            }
        }
        return whole;
    }

    private Set<String> references(String key) throws EventFormatException {
        try (InputStream in = store.open(key)) {
            return RecordReferences.readableKeys(in.readAllBytes());
        } catch (ObjectMissingException e) {
            return Set.of(); // replaced by another while it was looked for
        } catch (IOException e) {
            throw new StoreUnavailableException(key + " cannot be read", e);
        }
    }

    /** Judges objects that are old enough. */
    private record Judge(Set<String> needed, Set<ObjectKind> whollyNeeded, Set<String> pinned, FrameMaterial material) {
        Verdict of(ObjectKind kind, String key) {
            if (kind == ObjectKind.NIGHTS) {
                return ObjectKeys.isNightStack(key) ? Verdict.GOES : Verdict.NEEDED;
            }
            if (needed.contains(key) || whollyNeeded.contains(kind)) {
                return Verdict.NEEDED;
            }
            Optional<String> frame = kind.frameId(key);
            if (frame.filter(pinned::contains).isPresent()) {
                return Verdict.PINNED;
            }
            return frame.filter(material::has).isPresent() ? Verdict.MATERIAL : Verdict.GOES;
        }
    }
}
