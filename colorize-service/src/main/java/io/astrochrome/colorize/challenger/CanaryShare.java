package io.astrochrome.colorize.challenger;

import io.astrochrome.storage.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Which targets a canary colours: a share of them, by the target's name alone. Every instance, every run and every
 * challenger draws the same line, so that a target does not change its colours back and forth; a greater share holds all
 * targets of a smaller one. Pure.
 */
public final class CanaryShare {
    private static final int HASH_DIGITS = 8;
    private static final double HASHES = 1L << (4 * HASH_DIGITS);

    private CanaryShare() {}

    /**
     * Whether the canary colours the target.
     *
     * @param share of the targets, 0 to 1
     */
    public static boolean takes(String target, double share) {
        String hash = Sha256.of(target.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
        return Long.parseLong(hash, 16) / HASHES < share;
    }
}
