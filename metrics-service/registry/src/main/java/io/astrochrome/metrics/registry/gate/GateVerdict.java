package io.astrochrome.metrics.registry.gate;

/** What the gate says of a model. */
sealed interface GateVerdict {
    /** Why, in a sentence. */
    String reason();

    /** It may take the champion's place. */
    record Passed(String reason) implements GateVerdict {}

    /** It may not. */
    record Refused(String reason) implements GateVerdict {}

    /** It may not, since nothing can be said of it; published again, it is judged again. */
    record Unfounded(String reason) implements GateVerdict {}
}
