package io.astrochrome.events.stretch;

import io.astrochrome.events.Rules;
import java.time.Instant;

/**
 * A person's wish that a target's stretches be fitted anew, each to the next frame of its sequence.
 *
 * @param by the person's name
 * @param reason why, in a sentence
 */
public record StretchReset(String target, String by, String reason, Instant at) {
    public StretchReset {
        Rules.notBlank("target", target);
        Rules.notBlank("by", by);
        Rules.notBlank("reason", reason);
        Rules.present("at", at);
    }
}
