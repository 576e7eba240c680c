package io.astrochrome.platform.access;

import java.util.Locale;
import java.util.Optional;

/**
 * A key, and what whoever shows it may do.
 *
 * @param where what configured it, for messages, which never have the key
 */
record ApiKey(String secret, Role role, String where) {
    static final int LEAST_CHARACTERS = 16;

    ApiKey {
        if (secret.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException(where + ": a key must have at least " + LEAST_CHARACTERS
                    + " characters, such as those of: openssl rand -hex 32");
        }
        if (role == Role.NOBODY) {
            throw new IllegalArgumentException(where + ": a key that lets nobody in is better left out");
        }
    }

    /**
     * A key as it is written down: alone, which is an operator's, or after the name of a role.
     *
     * @throws IllegalArgumentException for a key that is too short
     */
    static ApiKey of(String written, String where) {
        String[] words = written.strip().split("\\s+", 2);
        Optional<Role> role = words.length == 2 ? Role.byId(words[0].toLowerCase(Locale.ROOT)) : Optional.empty();
        return role.map(named -> new ApiKey(words[1], named, where))
                .orElseGet(() -> new ApiKey(written.strip(), Role.OPERATOR, where));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "a key of " + where + " that " + role.may();
    }
}
