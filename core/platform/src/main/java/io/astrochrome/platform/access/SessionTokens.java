package io.astrochrome.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser holds instead of a key after it has shown one: until when it is signed in, and a signature (HMAC-SHA-256)
 * made with the key. Every instance that has the key understands it; it ends with its time, or with its key. Thread-safe.
 */
final class SessionTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "astrochrome-session:";
    private static final char BETWEEN = '.';

    private final ApiKeys keys;
    private final Duration lifetime;
    private final InstantSource clock;

    SessionTokens(ApiKeys keys, Duration lifetime, InstantSource clock) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException(
                    "astrochrome.security.session must be longer than nothing, not " + lifetime);
        }
        this.keys = keys;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** A token for who has shown that key. */
    String issue(String key) {
        String until = Long.toString(clock.instant().plus(lifetime).getEpochSecond());
        return until + BETWEEN + signature(key, until);
    }

    /** What the key lets one do that the token was issued with; nothing where that is none of these or its time has ended. */
    Optional<Role> accept(String token) {
        int split = token.indexOf(BETWEEN);
        if (split < 0) {
            return Optional.empty();
        }
        String until = token.substring(0, split);
        byte[] signature = token.substring(split + 1).getBytes(StandardCharsets.UTF_8);
        Optional<Role> signed = Optional.empty();
        for (ApiKey key : keys.all()) {
            byte[] own = signature(key.secret(), until).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(signature, own) && signed.isEmpty()) {
                signed = Optional.of(key.role());
            }
        }
        // Only what was signed here is read as a number.
        return signed.filter(role -> clock.instant().getEpochSecond() < Long.parseLong(until));
    }

    private static String signature(String key, String until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signature = mac.doFinal((PURPOSE + until).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
