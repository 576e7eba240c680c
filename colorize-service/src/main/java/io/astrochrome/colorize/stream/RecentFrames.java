package io.astrochrome.colorize.stream;

import io.astrochrome.platform.cache.BoundedMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Which frames have been coloured lately, or are being coloured, by whatever model; a record that comes a second time is
 * known by it, also where the model was swapped in between. Remembers so many. Thread-safe.
 */
final class RecentFrames {
    private final Map<String, CompletableFuture<Void>> claimed;

    RecentFrames(int most) {
        claimed = BoundedMap.ofNewest(most);
    }

    /**
     * Claims a frame.
     *
     * @return nothing where this is the first time; else the end of the time before, which a second record has to await:
     *     what is acknowledged before it is done would be lost by a crash
     */
    synchronized Optional<CompletionStage<Void>> claim(String frameId) {
        return Optional.ofNullable(claimed.putIfAbsent(frameId, new CompletableFuture<>()));
    }

    /** The frame was published before this run. */
    void published(String frameId) {
        claim(frameId);
        ended(frameId);
    }

    /** The frame is published. */
    void ended(String frameId) {
        CompletableFuture<Void> claim;
        synchronized (this) {
            claim = claimed.get(frameId);
        }
        if (claim != null) {
            claim.complete(null);
        }
    }

    /** The frame was not coloured after all; it is on the dead-letter topic. */
    void release(String frameId) {
        CompletableFuture<Void> claim;
        synchronized (this) {
            claim = claimed.remove(frameId);
        }
        if (claim != null) {
            claim.complete(null);
        }
    }
}
