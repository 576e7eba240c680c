package io.astrochrome.colorize.decision;

import java.time.Instant;

/**
 * A decided model that this instance does not use.
 *
 * @param rule the check that it failed
 */
public record Refusal(String alias, String modelId, String rule, String reason, Instant decidedAt) {}
