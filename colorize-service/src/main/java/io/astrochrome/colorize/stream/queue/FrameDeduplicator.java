package io.astrochrome.colorize.stream.queue;

import io.astrochrome.platform.cache.BoundedMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which frames have been coloured lately, or are being coloured, by whatever model; a record that comes a second time is
 * known by it, also where the model was swapped in between. Frames go by the ids of their pictures: another stack of the same newest
 * exposure is another one. Those of this run, and those that an instance before published
 * last, which is asked whenever partitions have come. Remembers so many. Thread-safe.
 */
public final class FrameDeduplicator {
    private final Map<String, Claim> claimed;

    private final BooleanSupplier partitionsCame;
    private final Supplier<Set<String>> published;

    /** A frame that somebody colours, or has: what is remembered of a frame that is done must not hold its record, which is large. */
    private static final class Claim {
        private @Nullable Delivery by;
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private boolean publishing;

        Claim(@Nullable Delivery by) {
            this.by = by;
        }

        /** Whether nothing will come of it, since its record is no longer this instance's. */
        boolean isLeft() {
            return by != null && !publishing && !end.isDone() && !by.isOurs();
        }
    }

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
     * @param by its record
     * @return nothing where this is the first time, or nothing will come of the time before; else the end of that, which a second record
     *     has to await: what is acknowledged before it is done would be lost by a crash
     */
    public Optional<CompletionStage<Void>> claim(String pictureId, Delivery by) {
        Claim before;
        synchronized (this) {
            before = claimed.get(pictureId);
            if (before != null && !before.isLeft()) {
                return Optional.of(before.end);
            }
            claimed.put(pictureId, new Claim(by));
        }
        leave(before);
        return Optional.empty();
    }

    private void published(String pictureId) {
        Claim before;
        synchronized (this) {
            before = claimed.get(pictureId);
            if (before != null && !before.isLeft()) {
                return;
            }
            Claim done = new Claim(/* by= */ null);
            done.end.complete(null);
            claimed.put(pictureId, done);
        }
        leave(before);
    }

    /** Who waits for it has a record that is no longer this instance's either, and what it tries is no attempt of the next. */
    private void leave(@Nullable Claim left) {
        if (left != null) {
            Delivery by = letGo(left);
            left.end.complete(null);
            if (by != null) {
                by.forgive();
            }
        }
    }

    private synchronized @Nullable Delivery letGo(Claim claim) {
        Delivery by = claim.by;
        claim.by = null;
        return by;
    }

    /** Whether who has claimed a frame may publish it now: its record is still this instance's. Nobody else claims it from now on. */
    public synchronized boolean mayPublish(String pictureId, Delivery by) {
        if (!by.isOurs()) {
            return false;
        }
        Claim claim = claimOf(pictureId, by);
        if (claim != null) {
            claim.publishing = true;
        }
        return true;
    }

    /** The frame is published. */
    public void ended(String pictureId, Delivery by) {
        end(claimOf(pictureId, by));
    }

    /** The frame was not coloured after all; it is on the dead-letter topic, or its record is no longer this instance's. */
    public void release(String pictureId, Delivery by) {
        end(removed(pictureId, by));
    }

    /** The frame came to no end here: who waits for it is not to end either. */
    public void failed(String pictureId, Delivery by, Throwable reason) {
        Claim claim = removed(pictureId, by);
        if (claim != null) {
            claim.end.completeExceptionally(reason);
        }
    }

    private void end(@Nullable Claim claim) {
        if (claim != null) {
            letGo(claim);
            claim.end.complete(null);
        }
    }

    private synchronized @Nullable Claim removed(String pictureId, Delivery by) {
        Claim claim = claimOf(pictureId, by);
        if (claim != null) {
            claimed.remove(pictureId);
        }
        return claim;
    }

    private synchronized @Nullable Claim claimOf(String pictureId, Delivery by) {
        Claim claim = claimed.get(pictureId);
        return claim != null && claim.by == by ? claim : null;
    }
}
