package io.astrochrome.preprocess.stack;

import io.astrochrome.events.ObjectReference;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.imaging.night.NightState;
import io.astrochrome.storage.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps snapshots of nights behind the stream's back: the state is taken at once, its stacks in files that nobody
 * writes into, and brought to the store by a thread of its own, one at a time and with pauses, so that exposures that come meanwhile
 * hardly wait. One that fails is made up for by the next.
 */
final class Snapshots implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    /** The pause after a stack is so many times as long as bringing it to the store took. */
    private static final int PAUSE = 3;

    private final NightStore store;
    private final Path folder;
    private volatile CountDownLatch hurry = new CountDownLatch(1);
    private volatile @Nullable Pending onItsWay;
    private final ExecutorService uploads = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "stack-snapshots");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean busy = new AtomicBoolean();

    Snapshots(NightStore store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Begins a snapshot of the night as it is, unless one is on its way. */
    void begin(Night night) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            Pending pending = pending(night);
            hurry = new CountDownLatch(1);
            onItsWay = pending;
            uploads.execute(() -> {
                try {
                    keep(pending).ifPresent(night::covered);
                } catch (StoreException | UncheckedIOException e) {
                    LOG.warnf("a snapshot of %s is left for later: %s", pending.before.target(), e.getMessage());
                } finally {
                    busy.set(false);
                }
            });
        } catch (RuntimeException e) {
            busy.set(false);
            throw e;
        }
    }

    /** Makes a snapshot now, after the one that may be on its way. */
    void now(Night night) {
        hurry.countDown();
        try {
            uploads.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (night.uncovered() > 0) {
            keep(pending(night)).ifPresent(night::covered);
        }
    }

    /**
     * Another night takes the place of the target's: a snapshot that is on its way will not become the newest one once this returns.
     */
    void abandon(String target) {
        Pending pending = onItsWay;
        if (pending != null && pending.before.target().equals(target)) {
            hurry.countDown();
            pending.abandon();
        }
    }

    /** As {@link #now}; one that fails is made up for by the next. */
    void tryNow(Night night) {
        try {
            now(night);
        } catch (StoreException | UncheckedIOException e) {
            LOG.warnf("a snapshot of %s is left for later: %s", night.target(), e.getMessage());
        }
    }

    /** A state, and the files of its stacks. */
    private static final class Pending {
        private final Snapshot before;
        private final int covered;
        private final NightState state;
        private final Map<FilterRole, Path> files = new EnumMap<>(FilterRole.class);
        private volatile boolean abandoned;

        Pending(Night night) {
            this.before = night.snapshot();
            this.covered = night.journal().size();
            this.state = night.stacks().state();
        }

        synchronized void abandon() {
            abandoned = true;
        }

        /** Makes it the newest snapshot, unless it is abandoned by then. */
        synchronized Optional<Snapshot> keep(NightStore store, Map<FilterRole, ObjectReference> stacks) {
            if (abandoned) {
                return Optional.empty();
            }
            Snapshot snapshot = new Snapshot(before.target(), before.begunAt(), covered, state, stacks);
            store.keep(snapshot);
            return Optional.of(snapshot);
        }
    }

    private Pending pending(Night night) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written", e);
        }
        Pending pending = new Pending(night);
        try {
            for (NightState.OfRole of : pending.state.roles()) {
                Path kept = folder.resolve(UUID.randomUUID() + ".stack");
                pending.files.put(of.role(), kept);
                night.stacks().keepStack(of.role(), kept);
            }
        } catch (RuntimeException e) {
            pending.files.values().forEach(Snapshots::delete);
            throw e;
        }
        return pending;
    }

    /** Empty where it was abandoned on its way. */
    private Optional<Snapshot> keep(Pending pending) {
        try {
            Map<FilterRole, ObjectReference> stacks = new EnumMap<>(FilterRole.class);
            for (Map.Entry<FilterRole, Path> stack : pending.files.entrySet()) {
                if (pending.abandoned) {
                    return Optional.empty();
                }
                long began = System.nanoTime();
                stacks.put(stack.getKey(), store.keepStack(pending.before, stack.getKey(), stack.getValue()));
                pause(PAUSE * (System.nanoTime() - began));
            }
            return pending.keep(store, stacks);
        } finally {
            pending.files.values().forEach(Snapshots::delete);
        }
    }

    private void pause(long nanos) {
        try {
            hurry.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf("%s cannot be deleted: %s", file, e.getMessage());
        }
    }

    @Override
    public void close() {
        hurry.countDown();
        uploads.shutdown();
        try {
            if (!uploads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.info("a snapshot is left to the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
