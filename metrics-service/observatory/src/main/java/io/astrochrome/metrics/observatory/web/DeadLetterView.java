package io.astrochrome.metrics.observatory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.metrics.observatory.feed.DeadLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        @Nullable String frameId,
        @Nullable String target,
        @Nullable String fileName) {
    static DeadLetterView of(DeadLetter letter) {
        FrameIngested frame = letter.frame();
        return new DeadLetterView(
                letter.id(),
                letter.stages(),
                letter.reason(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.at(),
                frame == null ? null : frame.frameId(),
                frame == null ? letter.key() : frame.target(),
                frame == null ? null : frame.fileName());
    }
}
