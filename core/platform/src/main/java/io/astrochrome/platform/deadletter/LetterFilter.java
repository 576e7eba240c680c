package io.astrochrome.platform.deadletter;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant: those that are in every set that is not empty.
 *
 * @param stages that gave up, such as {@code colorize}
 * @param topics that the records were read from, such as {@code lab-tensors.v1}
 * @param targets the records' keys
 * @param ids of single letters, as {@link StoredLetter#id()}, or of the records that were given up, as {@link
 *     StoredLetter#source()}
 */
public record LetterFilter(Set<String> stages, Set<String> topics, Set<String> targets, Set<String> ids) {
    /** All of them. */
    public static final LetterFilter ALL = new LetterFilter(Set.of(), Set.of(), Set.of(), Set.of());

    /** A set that is null is empty. */
    public LetterFilter(
            @Nullable Set<String> stages,
            @Nullable Set<String> topics,
            @Nullable Set<String> targets,
            @Nullable Set<String> ids) {
        this.stages = stages == null ? Set.of() : Set.copyOf(stages);
        this.topics = topics == null ? Set.of() : Set.copyOf(topics);
        this.targets = targets == null ? Set.of() : Set.copyOf(targets);
        this.ids = ids == null ? Set.of() : Set.copyOf(ids);
    }

    /** Whether the letter is meant. */
    public boolean takes(StoredLetter letter) {
        return takes(stages, letter.stage())
                && takes(topics, letter.topic())
                && takes(targets, letter.key())
                && (takes(ids, letter.id()) || takes(ids, letter.source()));
    }

    private static boolean takes(Set<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }
}
