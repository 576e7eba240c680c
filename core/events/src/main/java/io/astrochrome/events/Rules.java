package io.astrochrome.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that the records' constructors share. Each throws an IllegalArgumentException whose message names the rule that was broken. */
public final class Rules {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private Rules() {}

    public static String notBlank(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }

    public static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return value;
    }

    public static void sha256(String name, @Nullable String value) {
        if (value == null || !SHA_256.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be a SHA-256 in 64 lower-case hex digits, not " + value);
        }
    }

    public static void positive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }

    public static void length(String name, short[] plane, long expected) {
        if (plane.length != expected) {
            throw new IllegalArgumentException(name + " must have " + expected + " values, not " + plane.length);
        }
    }
}
