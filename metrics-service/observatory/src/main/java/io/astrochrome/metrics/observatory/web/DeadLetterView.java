package io.astrochrome.metrics.observatory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.metrics.observatory.feed.DeadLetter;
import java.time.Instant;
import java.util.List;

/** A {@link DeadLetter} as the page reads it; what is known of the frame, where anything is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        String id,
        List<String> stages,
        String reason,
        String topic,
        int partition,
        long offset,
        Instant at,
        String frameId,
        String target,
        String fileName) {
    static DeadLetterView of(DeadLetter letter) {
        boolean known = letter.frame() != null;
        return new DeadLetterView(
                letter.id(),
                letter.stages(),
                letter.reason(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.at(),
                known ? letter.frame().frameId() : null,
                known ? letter.frame().target() : letter.key(),
                known ? letter.frame().fileName() : null);
    }
}
