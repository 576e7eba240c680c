package io.astrochrome.trainer.augment;

import io.astrochrome.trainer.objective.TrainingBatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/**
 * Makes the batches of the next steps on threads of its own while one is learnt from. What it gives is what the source
 * gives; only the waiting is shorter. Used by one thread at a time; whoever makes it closes it.
 */
public final class PrefetchedBatches implements AutoCloseable {
    private final LongFunction<TrainingBatch> source;
    private final int ahead;
    private final ExecutorService threads;
    private final Map<Long, CompletableFuture<TrainingBatch>> coming = new HashMap<>();

    /**
     * Prefetches from {@code source}, which gives a step's batch and may be asked from several threads.
     *
     * @param threadCount at least 1
     * @param ahead how many batches are held beyond the current one, at least 1
     */
    public PrefetchedBatches(LongFunction<TrainingBatch> source, int threadCount, int ahead) {
        this.source = source;
        this.ahead = ahead;
        this.threads = Executors.newFixedThreadPool(threadCount, task -> {
            Thread thread = new Thread(task, "batches");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The batch of that step. Steps are asked for in rising order; those below are forgotten.
     *
     * @param end the first step that will not be asked for
     */
    public TrainingBatch at(long step, long end) {
        coming.keySet().removeIf(before -> before < step);
        for (long next = step; next <= step + ahead && next < end; next++) {
            long wanted = next;
            coming.computeIfAbsent(wanted, s -> CompletableFuture.supplyAsync(() -> source.apply(wanted), threads));
        }
        try {
            return Objects.requireNonNull(coming.remove(step), "the end lies beyond the step")
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } catch (CancellationException e) {
            throw new IllegalStateException("batches were asked for after closing", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        coming.values().forEach(batch -> batch.cancel(true));
    }
}
