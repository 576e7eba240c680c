package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.FrameIngested;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled.
 *
 * @param stages the services that gave it up
 * @param reason for people, of the first that did
 * @param key of the record, as text
 * @param frame the frame that it was about, or null where that cannot be read
 */
public record DeadLetter(
        List<String> stages,
        String reason,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable FrameIngested frame,
        Instant at) {
    static final Comparator<DeadLetter> NEWEST_FIRST =
            Comparator.comparing(DeadLetter::at).reversed().thenComparing((DeadLetter letter) -> letter.id());

    /** Where the record lies in the log; the same for the same record, whoever gave it up. */
    public String id() {
        return topic + "/" + partition + "/" + offset;
    }

    /** This one, given up by the other's stages as well. */
    DeadLetter and(DeadLetter other) {
        List<String> both =
                Stream.concat(stages.stream(), other.stages.stream()).distinct().toList();
        return new DeadLetter(both, reason, topic, partition, offset, key, frame, at);
    }
}
