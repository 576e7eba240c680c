package io.astrochrome.metrics.registry.decisions;

/**
 * Who decides, and why.
 *
 * @param name a person's, or a rule's
 * @param reason in a sentence
 */
public record Decider(String name, String reason) {
    public Decider {
        if (name == null || name.isBlank() || reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a decision needs who decides (by) and why (reason)");
        }
    }
}
