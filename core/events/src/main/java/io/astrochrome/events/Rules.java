package io.astrochrome.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that the records' constructors share; each message names the rule that was broken. */
final class Rules {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Rules() {}

    static String notBlank(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value;
    }

    static void sha256(String name, @Nullable String value) {
        if (value == null || !SHA_256.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be a SHA-256 in 64 lower-case hex digits, not " + value);
        }
    }

    static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }

    static void length(String name, short[] plane, long expected) {
        if (plane.length != expected) {
            throw new IllegalArgumentException(name + " must have " + expected + " values, not " + plane.length);
        }
    }
}
