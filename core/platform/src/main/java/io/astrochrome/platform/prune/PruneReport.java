package io.astrochrome.platform.prune;

import io.astrochrome.storage.ListedObject;
import io.astrochrome.storage.ObjectKind;
import java.util.EnumMap;
import java.util.Map;

/** What was found, by kind and verdict. Filled by one thread. */
public final class PruneReport {
    private final Map<ObjectKind, Map<Verdict, Tally>> kinds = new EnumMap<>(ObjectKind.class);

    /**
     * A number of objects.
     *
     * @param bytes of all together
     */
    public record Tally(long objects, long bytes) {
        /** None. */
        public static final Tally NONE = new Tally(0, 0);

        Tally plus(Tally other) {
            return new Tally(objects + other.objects, bytes + other.bytes);
        }
    }

    Map<Verdict, Tally> begin(ObjectKind kind) {
        return kinds.computeIfAbsent(kind, any -> new EnumMap<>(Verdict.class));
    }

    void add(ObjectKind kind, Verdict verdict, ListedObject object) {
        begin(kind).merge(verdict, new Tally(1, object.sizeBytes()), Tally::plus);
    }

    /** The kinds that were looked at, in their order, each with what there is of it. */
    public Map<ObjectKind, Map<Verdict, Tally>> kinds() {
        return kinds;
    }

    /** Objects of a kind with that verdict. */
    public Tally of(ObjectKind kind, Verdict verdict) {
        return kinds.getOrDefault(kind, Map.of()).getOrDefault(verdict, Tally.NONE);
    }

    /** All objects with that verdict. */
    public Tally of(Verdict verdict) {
        return kinds.keySet().stream().map(kind -> of(kind, verdict)).reduce(Tally.NONE, Tally::plus);
    }
}
