package io.astrochrome.trainer.service;

import java.time.Instant;

/**
 * A run that somebody asked for; kept in the run's folder, so that it survives a restart.
 *
 * @param runId made of the request's id, so that a request that comes twice is one run
 * @param because why it was asked for, in a sentence
 */
public record RunRequest(String runId, String recipe, String because, String requestedBy, Instant at) {}
