package io.astrochrome.metrics.observatory.deadletter;

import io.astrochrome.platform.deadletter.LetterFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters to put back: those that are in every set that is given; all where none is.
 *
 * @param stages that gave up, such as {@code colorize}
 * @param topics that the records were read from
 * @param targets the frames' targets
 * @param ids of single letters, or of the records that were given up as the quarantine has them
 */
public record ReplayRequest(
        @Nullable Set<String> stages,
        @Nullable Set<String> topics,
        @Nullable Set<String> targets,
        @Nullable Set<String> ids) {
    LetterFilter filter() {
        return new LetterFilter(stages, topics, targets, ids);
    }
}
