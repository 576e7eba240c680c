package io.astrochrome.platform.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys that let requests in. They are compared in a time that tells nothing of how much of a guess was right, and are
 * never part of a message. Immutable.
 */
final class ApiKeys {
    static final int LEAST_CHARACTERS = 16;

    private static final char COMMENT = '#';

    private final List<String> keys;

    private ApiKeys(List<String> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys of the configuration; none where none is given.
     *
     * @throws IllegalArgumentException for a file that cannot be read or holds none, and for a key that is too short
     */
    static ApiKeys of(Optional<String> key, Optional<Path> file) {
        List<String> keys = new ArrayList<>();
        key.map(String::strip).ifPresent(given -> keys.add(checked("astrochrome.security.api-key", given)));
        file.ifPresent(path -> keys.addAll(read(path)));
        return new ApiKeys(keys);
    }

    private static List<String> read(Path file) {
        List<String> keys;
        try {
            keys = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.charAt(0) != COMMENT)
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("astrochrome.security.api-key-file: " + file + " cannot be read", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("astrochrome.security.api-key-file: " + file + " must hold a key");
        }
        keys.forEach(key -> checked("astrochrome.security.api-key-file: " + file, key));
        return keys;
    }

    private static String checked(String where, String key) {
        if (key.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException(where + ": a key must have at least " + LEAST_CHARACTERS
                    + " characters, such as those of: openssl rand -hex 32");
        }
        return key;
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    int count() {
        return keys.size();
    }

    /** The key that this service shows to others; the first. */
    Optional<String> first() {
        return keys.stream().findFirst();
    }

    /** Whether it is one of the keys; every key is compared, whichever it is. */
    boolean hold(String candidate) {
        byte[] guess = digest(candidate);
        boolean found = false;
        for (String key : keys) {
            found |= MessageDigest.isEqual(guess, digest(key));
        }
        return found;
    }

    List<String> all() {
        return keys;
    }

    /** Of one length, so that the comparison does not tell a key's. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return keys.size() + " keys";
    }
}
