package io.astrochrome.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser holds instead of a key after it has shown one: until when it is signed in, and a signature (HMAC-SHA-256)
 * made with the key for one service. Every instance of that service that has the key understands it, and no other service does, so
 * that who signs out where the session was begun is signed out everywhere. It ends with its time, with its key, or, for who shares
 * the notes of it, when its browser signs out. Thread-safe.
 */
final class SessionTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "astrochrome-session:";
    private static final char BETWEEN = '.';

    private static final int NONCE_BYTES = 9;

    private final SecureRandom random = new SecureRandom();
    private final ApiKeys keys;
    private final String service;
    private final Duration lifetime;
    private final InstantSource clock;
    private final SignOuts signOuts;

    /**
     * Takes what a token depends on.
     *
     * @param service whose tokens they are
     */
    SessionTokens(ApiKeys keys, String service, Duration lifetime, SignOuts signOuts, InstantSource clock) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException(
                    "astrochrome.security.session must be longer than nothing, not " + lifetime);
        }
        this.keys = keys;
        this.service = service;
        this.lifetime = lifetime;
        this.signOuts = signOuts;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    /** A token for who has shown that key. */
    String issue(String key) {
        String until = Long.toString(clock.instant().plus(lifetime).getEpochSecond()) + BETWEEN + nonce();
        return until + BETWEEN + signature(key, until);
    }

    /**
     * The token is none any more: whoever has copied it is signed out as well. Tokens that are none are passed over, so that
     * nobody fills the disk with them.
     */
    void revoke(String token) {
        if (accept(token).isPresent()) {
            signOuts.add(token, until(token), clock.instant().getEpochSecond());
        }
    }

    /** What the key lets one do that the token was issued with; nothing where that is none of these or its time has ended. */
    Optional<Role> accept(String token) {
        int split = token.lastIndexOf(BETWEEN);
        if (split < 0) {
            return Optional.empty();
        }
        String signed = token.substring(0, split);
        byte[] signature = token.substring(split + 1).getBytes(StandardCharsets.UTF_8);
        Optional<Role> role = Optional.empty();
        for (ApiKey key : keys.all()) {
            byte[] own = signature(key.secret(), signed).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(signature, own) && role.isEmpty()) {
                role = Optional.of(key.role());
            }
        }
        return role.filter(any -> clock.instant().getEpochSecond() < until(token))
                .filter(any -> !signOuts.contains(token, until(token)));
    }

    /** Of a token that was signed here: nothing else is read as a number. */
    private static long until(String signed) {
        return Long.parseLong(signed.substring(0, signed.indexOf(BETWEEN)));
    }

    /** So that of two browsers that sign in at the same moment one can sign out. */
    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String signature(String key, String until) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signature = mac.doFinal((PURPOSE + service + ':' + until).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
