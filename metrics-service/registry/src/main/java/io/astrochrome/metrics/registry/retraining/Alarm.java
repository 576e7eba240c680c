package io.astrochrome.metrics.registry.retraining;

import io.astrochrome.events.training.RetrainReason;

/**
 * A trigger has seen enough.
 *
 * @param cause the same for the same cause: becomes part of the request's id
 * @param detail what was seen, in a sentence
 */
record Alarm(RetrainReason reason, String cause, String detail) {}
