package io.astrochrome.platform.cache;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Maps that hold at most so many entries: adding one more drops another at once, and it is certain which. Not thread-safe.
 *
 * <p>Not Caffeine's: that drops later, and by how often an entry was asked for, so that what came last may be the first to
 * go, where we promise to know the last so many.
 */
public final class BoundedMap {
    private BoundedMap() {}

    /** Drops the entry that was added first. */
    public static <K, V> Map<K, V> ofNewest(int most) {
        return bounded(most, false);
    }

    /** Drops the entry that was looked up or put longest ago. */
    public static <K, V> Map<K, V> ofLastUsed(int most) {
        return bounded(most, true);
    }

    private static <K, V> Map<K, V> bounded(int most, boolean accessOrder) {
        if (most < 1) {
            throw new IllegalArgumentException("a map must be allowed to hold an entry, not " + most);
        }
        return new LinkedHashMap<>(16, 0.75f, accessOrder) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
