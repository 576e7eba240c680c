package io.astrochrome.events;

import java.time.Instant;

/**
 * Somebody asks for a training run.
 *
 * @param recipe name of the recipe to run
 * @param detail what was seen, in a sentence
 * @param requestedBy a person, or the service that saw it
 */
public record RetrainRequest(
        String requestId, RetrainReason reason, String recipe, String detail, String requestedBy, Instant at) {
    public RetrainRequest {
        Rules.notBlank("requestId", requestId);
        Rules.present("reason", reason);
        Rules.notBlank("recipe", recipe);
        Rules.notBlank("requestedBy", requestedBy);
        Rules.present("at", at);
    }
}
