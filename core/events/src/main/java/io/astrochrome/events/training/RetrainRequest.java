package io.astrochrome.events.training;

import io.astrochrome.events.Rules;
import java.time.Instant;

/**
 * Somebody asks for a training run. Requests of the same id are one.
 *
 * @param requestId the same for the same cause; a person's own choice, or made of what was seen
 * @param recipe name of the recipe to run, or {@link #FINE_TUNE}
 * @param detail what was seen, in a sentence
 * @param requestedBy a person, or the service that saw it
 */
public record RetrainRequest(
        String requestId, RetrainReason reason, String recipe, String detail, String requestedBy, Instant at) {
    /** In place of a recipe's name: the champion goes on learning, by its own recipe shortened. */
    public static final String FINE_TUNE = "fine-tune";

    public RetrainRequest {
        Rules.notBlank("requestId", requestId);
        Rules.present("reason", reason);
        Rules.notBlank("recipe", recipe);
        Rules.notBlank("requestedBy", requestedBy);
        Rules.present("at", at);
    }
}
