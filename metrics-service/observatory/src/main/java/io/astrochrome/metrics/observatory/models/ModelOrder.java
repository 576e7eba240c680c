package io.astrochrome.metrics.observatory.models;

import io.astrochrome.metrics.registry.decisions.Decider;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about a model.
 *
 * @param by the person's name
 * @param reason why, in a sentence
 * @param mode {@code shadow} or {@code canary}, where a model is put on trial
 * @param canaryShare of the targets, for a canary
 * @param recipe for a new model; {@code fine-tune} where it is not given
 */
record ModelOrder(
        String by,
        String reason,
        @Nullable String mode,
        @Nullable Double canaryShare,
        @Nullable String recipe) {
    Decider decider() {
        return new Decider(by, reason);
    }
}
