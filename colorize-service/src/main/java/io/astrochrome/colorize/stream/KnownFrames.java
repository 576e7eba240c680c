package io.astrochrome.colorize.stream;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Which frames need not be coloured again: those of this run, and those that an instance before published last, which is
 * asked whenever partitions have come. For one thread.
 */
final class KnownFrames {
    private final RecentFrames recent;
    private final BooleanSupplier partitionsCame;
    private final Supplier<Set<String>> published;

    KnownFrames(RecentFrames recent, BooleanSupplier partitionsCame, Supplier<Set<String>> published) {
        this.recent = recent;
        this.partitionsCame = partitionsCame;
        this.published = published;
    }

    /** Asks what is published already, where that may have changed. */
    void refresh() {
        if (partitionsCame.getAsBoolean()) {
            published.get().forEach(recent::published);
        }
    }

    /** Nothing where this is the first time; else the end of the time before. */
    Optional<CompletionStage<Void>> claim(String frameId) {
        return recent.claim(frameId);
    }
}
