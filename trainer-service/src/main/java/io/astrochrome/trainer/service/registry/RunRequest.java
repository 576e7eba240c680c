package io.astrochrome.trainer.service.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that somebody asked for; kept in the run's folder, so that it survives a restart.
 *
 * @param runId made of the request's id, so that a request that comes twice is one run
 * @param reason why, in one word: while a run of that reason waits or runs, another of it is dropped; null for one that
 *     a person asked this trainer for
 * @param because why it was asked for, in a sentence
 */
public record RunRequest(
        String runId, String recipe, @Nullable String reason, String because, String requestedBy, Instant at) {}
