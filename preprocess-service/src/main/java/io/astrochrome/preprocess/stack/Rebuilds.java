package io.astrochrome.preprocess.stack;

import io.astrochrome.events.night.SubJudged;
import io.astrochrome.storage.StoreException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes nights anew without some of their exposures. Deep ones are made by a thread of their own, one at a time, so that
 * neither their exposures nor other targets' wait. Not thread-safe.
 */
final class Rebuilds implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Rebuilds.class);

    /** So many exposures are stacked again at once. */
    private static final int FEW = 16;

    /** Of exposures with more bytes two at a time would take too much memory. */
    private static final long LARGE_BYTES = 64 << 20;

    private final NightOpener opener;
    private final Snapshots snapshots;
    private volatile @Nullable Rebuilding atOnce;
    private final Map<String, Pending> pending = new HashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "stack-rebuilds");
        named.setDaemon(true);
        return named;
    });

    Rebuilds(NightOpener opener, Snapshots snapshots) {
        this.opener = opener;
        this.snapshots = snapshots;
    }

    /** What is being made, and its end. */
    private record Pending(Rebuilding rebuilding, Future<?> end) {}

    /** The same night without some of its exposures; empty as long as it is being made, and where that is to be tried again. */
    Optional<Night> without(Night night, Set<String> takenOut) {
        Pending begun = pending.get(night.target());
        if (begun != null && !begun.rebuilding.suits(night, takenOut)) {
            forget(night.target());
            begun = null;
        }
        if (begun == null) {
            Rebuilding rebuilding = opener.rebuilding(night, takenOut);
            if (isSoonDone(night)) {
                return Optional.of(rebuilt(night, rebuilding));
            }
            List<SubJudged> entries = List.copyOf(night.journal());
            LOG.infof("the stacks of %s are made anew of %d exposures", night.target(), entries.size());
            pending.put(night.target(), new Pending(rebuilding, thread.submit(() -> rebuilding.stack(entries))));
            return Optional.empty();
        }
        return begun.end.isDone() ? ended(night, begun) : Optional.empty();
    }

    private Night rebuilt(Night night, Rebuilding rebuilding) {
        snapshots.abandon(night.target()); // it has in it what now goes
        atOnce = rebuilding;
        try {
            return opener.rebuilt(night, rebuilding);
        } catch (RuntimeException e) {
            rebuilding.stacks().discard(); // it will be tried again, perhaps often
            throw e;
        } finally {
            atOnce = null;
        }
    }

    /** Whether a target's night is being made anew. */
    boolean has(String target) {
        return pending.containsKey(target);
    }

    /** Whoever is at work on a night anew stops after the exposure that it is at; from any thread. */
    void hurry() {
        Rebuilding rebuilding = atOnce;
        if (rebuilding != null) {
            rebuilding.stop();
        }
    }

    private static boolean isSoonDone(Night night) {
        return night.journal().size() <= FEW
                || night.journal().stream().anyMatch(sub -> sub.frame().object().sizeBytes() > LARGE_BYTES);
    }

    private Optional<Night> ended(Night night, Pending begun) {
        pending.remove(night.target());
        try {
            begun.end.get();
            return Optional.of(rebuilt(night, begun.rebuilding));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof StoreException || e.getCause() instanceof UncheckedIOException)) {
                throw new IllegalStateException(
                        "the stacks of " + night.target() + " cannot be made anew", e.getCause());
            }
            LOG.infof("the stacks of %s are made anew once more: %s", night.target(), e.getCause());
        }
        begun.rebuilding.stacks().discard();
        return Optional.empty();
    }

    /** Stops what is being made of a target, whose night is another one or wanted as it is. */
    void forget(String target) {
        Pending begun = pending.remove(target);
        if (begun != null) {
            begun.rebuilding.stop();
            thread.execute(() -> begun.rebuilding.stacks().discard()); // after the exposure that it is at
        }
    }

    /** As {@link #forget(String)}, of all. */
    void forget() {
        List.copyOf(pending.keySet()).forEach(this::forget);
    }

    @Override
    public void close() {
        forget();
        thread.shutdown();
    }
}
