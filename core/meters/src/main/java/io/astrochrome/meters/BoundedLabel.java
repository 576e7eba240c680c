package io.astrochrome.meters;

import java.util.HashSet;
import java.util.Set;

/**
 * A label with a bound on its values: the first ones seen keep their names, later ones are {@value #OTHER}. Thread-safe.
 */
final class BoundedLabel {
    static final String OTHER = "other";

    private final int limit;
    private final Set<String> known = new HashSet<>();

    BoundedLabel(int limit) {
        this.limit = limit;
    }

    synchronized String of(String value) {
        if (known.contains(value)) {
            return value;
        }
        if (known.size() >= limit) {
            return OTHER;
        }
        known.add(value);
        return value;
    }
}
