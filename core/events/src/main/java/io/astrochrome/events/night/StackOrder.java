package io.astrochrome.events.night;

import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.Rules;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants of a target's stacks; the newest order of a target counts.
 *
 * @param single whether each exposure is to be shown by itself
 * @param formula how filters become colours, such as {@code sho}; null for what shows most
 * @param palette what steers the colours that no filter measured, as {@link FrameIngested#palette}; null for the model's choice
 * @param takenOut ids of exposures that are not to be in a stack
 * @param resetAt when the stacks were to begin anew, with exposures that come later; null where they never were
 * @param by the person's name
 * @param reason why, in a sentence; null where none was given
 */
public record StackOrder(
        String target,
        boolean single,
        @Nullable String formula,
        @Nullable String palette,
        Set<String> takenOut,
        @Nullable Instant resetAt,
        String by,
        @Nullable String reason,
        Instant at) {
    public StackOrder {
        Rules.notBlank("target", target);
        takenOut = takenOut == null ? Set.of() : Set.copyOf(takenOut);
        takenOut.forEach(id -> Rules.sha256("takenOut", id));
        Rules.notBlank("by", by);
        Rules.present("at", at);
    }
}
