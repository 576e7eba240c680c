package io.astrochrome.colorize.stream.queue;

import io.astrochrome.platform.cache.BoundedMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Which frames have been coloured lately, or are being coloured, by whatever model; a record that comes a second time is
 * known by it, also where the model was swapped in between. Frames go by the ids of their pictures: another stack of the same newest
 * exposure is another one. Those of this run, and those that an instance before published
 * last, which is asked whenever partitions have come. Remembers so many. Thread-safe.
 */
public final class FrameDeduplicator {
    private final Map<String, CompletableFuture<Void>> claimed;

    private final BooleanSupplier partitionsCame;
    private final Supplier<Set<String>> published;

    /**
     * Remembers frames.
     *
     * @param most how many
     * @param partitionsCame whether partitions have come since it was asked last
     * @param published ids of the frames that an instance before published last
     */
    public FrameDeduplicator(int most, BooleanSupplier partitionsCame, Supplier<Set<String>> published) {
        this.claimed = BoundedMap.ofNewest(most);
        this.partitionsCame = partitionsCame;
        this.published = published;
    }

    /** Asks what is published already, where that may have changed. */
    public void refresh() {
        if (partitionsCame.getAsBoolean()) {
            published.get().forEach(this::published);
        }
    }

    /**
     * Claims a frame.
     *
     * @return nothing where this is the first time; else the end of the time before, which a second record has to await:
     *     what is acknowledged before it is done would be lost by a crash
     */
    public synchronized Optional<CompletionStage<Void>> claim(String pictureId) {
        return Optional.ofNullable(claimed.putIfAbsent(pictureId, new CompletableFuture<>()));
    }

    private void published(String frameId) {
        claim(frameId);
        ended(frameId);
    }

    /** The frame is published. */
    public void ended(String frameId) {
        CompletableFuture<Void> claim;
        synchronized (this) {
            claim = claimed.get(frameId);
        }
        if (claim != null) {
            claim.complete(null);
        }
    }

    /** The frame was not coloured after all; it is on the dead-letter topic. */
    public void release(String frameId) {
        CompletableFuture<Void> claim;
        synchronized (this) {
            claim = claimed.remove(frameId);
        }
        if (claim != null) {
            claim.complete(null);
        }
    }
}
