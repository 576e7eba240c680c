package io.astrochrome.platform.deadletter;

/**
 * What a replay did.
 *
 * @param replayed letters that are on their topic again
 * @param before letters that were meant, and had been put back by an earlier replay
 * @param unknown letters that were meant and belong to a topic that no stage reads
 */
public record ReplayOutcome(int replayed, int before, int unknown) {}
