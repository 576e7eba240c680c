package io.astrochrome.metrics.observatory.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.events.model.ModelDecision;
import io.astrochrome.events.model.ModelPublished;
import io.astrochrome.metrics.registry.decisions.ModelRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model, for people.
 *
 * @param alias {@code champion}, {@code challenger}, or absent
 * @param pinned whether rules leave it champion
 * @param mode {@code shadow} or {@code canary}, of a challenger
 * @param decision kind of the newest decision about it, absent where there is none: it has not been judged yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(
        String modelId,
        String name,
        String recipe,
        String licence,
        @Nullable String parentModelId,
        String runId,
        Instant publishedAt,
        Map<String, Double> quality,
        @Nullable String alias,
        @Nullable Boolean pinned,
        @Nullable String mode,
        @Nullable Double canaryShare,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {
    static ModelView of(ModelPublished model, ModelRegistry registry) {
        String id = model.modelId();
        Optional<ModelDecision> champion = holds(registry, ModelDecision.CHAMPION, id);
        Optional<ModelDecision> challenger = holds(registry, ModelDecision.CHALLENGER, id);
        Optional<ModelDecision> newest = registry.decisions().stream()
                .filter(decision -> id.equals(decision.subjectModelId()))
                .findFirst();
        return new ModelView(
                id,
                model.modelName(),
                model.recipe(),
                model.licence(),
                model.parentModelId(),
                model.runId(),
                model.publishedAt(),
                model.quality(),
                champion.or(() -> challenger).map(ModelDecision::alias).orElse(null),
                champion.map(ModelDecision::pinned).orElse(null),
                challenger
                        .map(ModelDecision::mode)
                        .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                challenger.map(ModelDecision::canaryShare).orElse(null),
                newest.map(decision -> decision.kind().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                newest.map(ModelDecision::reason).orElse(null),
                newest.map(ModelDecision::decidedBy).orElse(null),
                newest.map(ModelDecision::at).orElse(null));
    }

    private static Optional<ModelDecision> holds(ModelRegistry registry, String alias, String modelId) {
        return registry.inForce(alias).filter(decision -> modelId.equals(decision.modelId()));
    }
}
