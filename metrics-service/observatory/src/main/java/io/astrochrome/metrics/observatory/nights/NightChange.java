package io.astrochrome.metrics.observatory.nights;

import io.astrochrome.events.night.StackOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes of a target's stacks; what is null stays as it is.
 *
 * @param single whether each exposure is shown by itself
 * @param formula how filters become colours; empty for what shows most
 * @param palette what steers the colours that no filter measured; empty for the model's choice
 * @param takeOut id of an exposure that is not to be in a stack
 * @param bringBack id of an exposure that is to be in one again
 * @param reset whether the stacks begin anew with what comes from now on
 * @param by the person's name
 * @param reason why, in a sentence
 */
record NightChange(
        String target,
        @Nullable Boolean single,
        @Nullable String formula,
        @Nullable String palette,
        @Nullable String takeOut,
        @Nullable String bringBack,
        @Nullable Boolean reset,
        String by,
        String reason) {
    /**
     * The order that comes of it.
     *
     * @param before null where there was none
     * @throws IllegalArgumentException with the rule that is broken
     */
    StackOrder after(@Nullable StackOrder before, Instant now) {
        Set<String> out = before == null ? new HashSet<>() : new HashSet<>(before.takenOut());
        boolean anew = Boolean.TRUE.equals(reset);
        if (anew) {
            out.clear();
        }
        if (takeOut != null) {
            out.add(takeOut);
        }
        if (bringBack != null) {
            out.remove(bringBack);
        }
        return new StackOrder(
                target,
                single == null ? before != null && before.single() : single,
                changed(formula, before == null ? null : before.formula()),
                changed(palette, before == null ? null : before.palette()),
                out,
                anew ? now : before == null ? null : before.resetAt(),
                by,
                reason,
                now);
    }

    private static @Nullable String changed(@Nullable String to, @Nullable String from) {
        String now = to == null ? from : to;
        return now == null || now.isBlank() ? null : now;
    }
}
