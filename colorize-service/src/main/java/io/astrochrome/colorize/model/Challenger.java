package io.astrochrome.colorize.model;

import io.astrochrome.events.model.ChallengerMode;
import io.astrochrome.model.ColourModel;
import io.astrochrome.storage.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A lease of the challenger and what it is to do.
 *
 * @param canaryShare of the targets, in (0, 1]; 0 in other modes
 * @param decisionId of the decision that it is tried by
 */
public record Challenger(ModelLease lease, ChallengerMode mode, double canaryShare, String decisionId)
        implements AutoCloseable {
    private static final int HASH_DIGITS = 8;
    private static final double HASHES = 1L << (4 * HASH_DIGITS);

    public ColourModel model() {
        return lease.model();
    }

    /** Whether it colours the target's frames, to be shown. */
    boolean takes(String target) {
        return mode == ChallengerMode.CANARY && isAmong(canaryShare, target);
    }

    /**
     * Whether a target is among a share of them, by its name alone. Every instance, every run and every challenger draws the
     * same line, so that a target does not change its colours back and forth; a greater share holds all targets of a smaller
     * one.
     *
     * @param share of the targets, 0 to 1
     */
    public static boolean isAmong(double share, String target) {
        String hash = Sha256.of(target.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
        return Long.parseLong(hash, 16) / HASHES < share;
    }

    Challenger another() {
        return new Challenger(lease.another(), mode, canaryShare, decisionId);
    }

    @Override
    public void close() {
        lease.close();
    }
}
