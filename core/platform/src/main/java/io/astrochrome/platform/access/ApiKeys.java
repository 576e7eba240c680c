package io.astrochrome.platform.access;

import io.astrochrome.storage.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys that let requests in. They are compared in a time that tells nothing of how much of a guess was right, and are
 * never part of a message. Immutable.
 */
final class ApiKeys {
    private static final char COMMENT = '#';
    /** A comma before a role: a key itself may have commas. */
    private static final Pattern BETWEEN_KEYS = Pattern.compile(",\\s*(?=(?i:viewer|uploader|operator)\\s)");

    private final List<ApiKey> keys;

    private ApiKeys(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys of the configuration; none where none is given.
     *
     * @throws IllegalArgumentException for a file that cannot be read or holds none, and for a key that is too short
     */
    static ApiKeys of(Optional<String> key, Optional<Path> file) {
        List<ApiKey> keys = new ArrayList<>();
        key.stream()
                .flatMap(BETWEEN_KEYS::splitAsStream)
                .map(String::strip)
                .forEach(given -> keys.add(ApiKey.of(given, "astrochrome.security.api-key")));
        file.ifPresent(path -> keys.addAll(read(path)));
        return new ApiKeys(keys);
    }

    private static List<ApiKey> read(Path file) {
        String where = "astrochrome.security.api-key-file: " + file;
        List<String> lines;
        try {
            lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && line.charAt(0) != COMMENT)
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(where + " cannot be read", e);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(where + " must hold a key");
        }
        return lines.stream().map(line -> ApiKey.of(line, where)).toList();
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    int count() {
        return keys.size();
    }

    /** The key that this service shows to others: of those that may send frames the first that may do the least. */
    Optional<String> own() {
        return keys.stream()
                .filter(key -> key.role().suffices(Role.UPLOADER))
                .min(Comparator.comparing(ApiKey::role))
                .map(ApiKey::secret);
    }

    /** What the key lets one do; nothing where it is none of these. Every key is compared, whichever it is. */
    Optional<Role> roleOf(String candidate) {
        byte[] guess = digest(candidate);
        Optional<Role> found = Optional.empty();
        for (ApiKey key : keys) {
            if (MessageDigest.isEqual(guess, digest(key.secret())) && found.isEmpty()) {
                found = Optional.of(key.role());
            }
        }
        return found;
    }

    List<ApiKey> all() {
        return keys;
    }

    /** Of one length, so that the comparison does not tell a key's. */
    private static byte[] digest(String text) {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return keys.size() + " keys";
    }
}
