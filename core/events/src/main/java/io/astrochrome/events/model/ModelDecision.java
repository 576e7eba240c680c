package io.astrochrome.events.model;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.Rules;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is champion or challenger from now on, and why. The Kafka key is the alias; the newest decision of an alias is in
 * force and says all there is to obey, also where nothing changed (a refusal names the holder as it was). Kept for ever:
 * the audit trail. A decision that was written twice has the same id twice.
 *
 * @param decisionId made of what led to it, so that the same cause after a crash is the same decision
 * @param alias {@link #CHAMPION} or {@link #CHALLENGER}
 * @param modelId who holds the alias from now on; null where nobody does
 * @param object the holder's ONNX file, whose SHA-256 is the model's id; null where nobody holds the alias
 * @param previousModelId who held it before; null where nobody did
 * @param subjectModelId the model that was decided about: the one refused, withdrawn, rolled back; otherwise the holder
 * @param mode what a challenger does; null for the champion, and where there is no challenger
 * @param canaryShare of the targets that a canary colours, above 0 and at most 1; null for other modes
 * @param pinned whether rules leave the alias alone
 * @param reason in a sentence
 * @param decidedBy a person, or the name of the rule that decided
 * @param figures what was decided on, by name
 */
public record ModelDecision(
        String decisionId,
        String alias,
        DecisionKind kind,
        @Nullable String modelId,
        @Nullable ObjectReference object,
        @Nullable String previousModelId,
        String subjectModelId,
        @Nullable ChallengerMode mode,
        @Nullable Double canaryShare,
        boolean pinned,
        String reason,
        String decidedBy,
        Map<String, Double> figures,
        Instant at) {
    /** The alias of the model whose pictures are shown. */
    public static final String CHAMPION = "champion";

    /** The alias of the model that is tried beside the champion. */
    public static final String CHALLENGER = "challenger";

    public ModelDecision {
        Rules.notBlank("decisionId", decisionId);
        if (!CHAMPION.equals(alias) && !CHALLENGER.equals(alias)) {
            throw new IllegalArgumentException("alias must be " + CHAMPION + " or " + CHALLENGER + ", not " + alias);
        }
        Rules.present("kind", kind);
        requireHolder(modelId, object);
        requireMode(alias, modelId, mode, canaryShare);
        Rules.notBlank("reason", reason);
        Rules.notBlank("decidedBy", decidedBy);
        figures = figures == null ? Map.of() : Map.copyOf(figures);
        Rules.present("at", at);
    }

    /** The id of a holder that is known to be there. */
    public String requireModelId() {
        return Objects.requireNonNull(modelId, "nobody holds the alias");
    }

    /** The file of a holder that is known to be there. */
    public ObjectReference requireObject() {
        return Objects.requireNonNull(object, "nobody holds the alias");
    }

    private static void requireHolder(@Nullable String modelId, @Nullable ObjectReference object) {
        if (modelId == null) {
            if (object != null) {
                throw new IllegalArgumentException("object must be null where nobody holds the alias");
            }
            return;
        }
        Rules.sha256("modelId", modelId);
        if (!Rules.present("object", object).sha256().equals(modelId)) {
            throw new IllegalArgumentException("object must be the file of model " + modelId + ", not " + object);
        }
    }

    private static void requireMode(
            String alias, @Nullable String modelId, @Nullable ChallengerMode mode, @Nullable Double canaryShare) {
        boolean challenger = CHALLENGER.equals(alias) && modelId != null;
        if (challenger != (mode != null)) {
            throw new IllegalArgumentException("mode must be given for a challenger, and for nobody else");
        }
        if ((mode == ChallengerMode.CANARY) != (canaryShare != null)) {
            throw new IllegalArgumentException("canaryShare must be given for a canary, and for nobody else");
        }
        if (canaryShare != null && !(canaryShare > 0 && canaryShare <= 1)) {
            throw new IllegalArgumentException("canaryShare must be above 0 and at most 1, not " + canaryShare);
        }
    }
}
