package io.astrochrome.events;

import java.time.Instant;
import java.util.Map;

/**
 * Who is champion or challenger from now on, and why. Kept for ever: the audit trail.
 *
 * @param alias {@code champion} or {@code challenger}
 * @param modelId who holds the alias now; null where nobody does
 * @param previousModelId who held it before; null where nobody did
 * @param decidedBy a person, or the name of the rule that decided
 * @param figures what was decided on, by name
 */
public record ModelDecision(
        String alias,
        String modelId,
        String previousModelId,
        String reason,
        String decidedBy,
        Map<String, Double> figures,
        Instant at) {
    public ModelDecision {
        Rules.notBlank("alias", alias);
        Rules.notBlank("reason", reason);
        Rules.notBlank("decidedBy", decidedBy);
        figures = figures == null ? Map.of() : Map.copyOf(figures);
        Rules.present("at", at);
    }
}
