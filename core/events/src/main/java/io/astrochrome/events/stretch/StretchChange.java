package io.astrochrome.events.stretch;

import io.astrochrome.events.FramePosition;
import io.astrochrome.events.Rules;
import io.astrochrome.events.StretchApplied;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that a sequence has from a frame on, and why.
 *
 * @param at the first frame that has it
 * @param detail what was seen or asked, in a sentence
 * @param from what the frames had before; null where there is no way from it and the stretch is whole at once
 * @param to the stretch that was fitted
 * @param steps the frames, in their order and beginning with {@code at}, that each went a step from {@code from} to
 *     {@code to}
 */
public record StretchChange(
        FramePosition at,
        StretchCause cause,
        String detail,
        @Nullable StretchApplied from,
        StretchApplied to,
        List<FramePosition> steps) {
    public StretchChange {
        Rules.present("at", at);
        Rules.present("cause", cause);
        Rules.notBlank("detail", detail);
        Rules.present("to", to);
        steps = List.copyOf(steps);
        if (steps.isEmpty() || !steps.get(0).equals(at)) {
            throw new IllegalArgumentException("a change's steps begin with its own frame");
        }
    }

    /** With one step more. */
    public StretchChange stepped(FramePosition frame) {
        List<FramePosition> more = new ArrayList<>(steps);
        more.add(frame);
        return new StretchChange(at, cause, detail, from, to, more);
    }
}
