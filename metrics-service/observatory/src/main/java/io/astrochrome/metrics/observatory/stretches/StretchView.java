package io.astrochrome.metrics.observatory.stretches;

import io.astrochrome.events.stretch.StretchCause;
import io.astrochrome.events.stretch.StretchChange;
import java.time.Instant;
import java.util.Map;

/**
 * A change of a sequence's stretch.
 *
 * @param sequence what its frames have in common, as a hash
 * @param at when the first frame that has it was taken in
 * @param frameId of that frame
 * @param detail what was seen or asked
 * @param stretch its name
 */
record StretchView(
        String sequence,
        Instant at,
        String frameId,
        StretchCause cause,
        String detail,
        String stretch,
        Map<String, Double> parameters) {
    static StretchView of(String sequence, StretchChange change) {
        return new StretchView(
                sequence,
                change.at().ingestedAt(),
                change.at().frameId(),
                change.cause(),
                change.detail(),
                change.to().name(),
                change.to().parameters());
    }
}
