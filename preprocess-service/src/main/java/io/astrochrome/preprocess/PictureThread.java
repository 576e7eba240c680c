package io.astrochrome.preprocess;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Makes the pictures of stacks while exposures are stacked, one at a time and in the order in which they were wanted. Thread-safe. */
@ApplicationScoped
class PictureThread {
    private static final Logger LOG = Logger.getLogger(PictureThread.class);

    /** How soon a stop is noticed. */
    private static final long LOOK_MILLIS = 200;

    /** How many of each target wait or are being made. */
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "stack-pictures");
        named.setDaemon(true);
        return named;
    });

    /**
     * Makes a picture of a target when those before it are made.
     *
     * @return ends when what {@code picture} returns has ended; never where the service stops before
     */
    CompletableFuture<Void> make(String target, Supplier<? extends CompletionStage<Void>> picture) {
        CompletableFuture<Void> made = new CompletableFuture<>();
        waiting.merge(target, 1, Integer::sum);
        try {
            thread.execute(() -> {
                try {
                    picture.get().whenComplete((nothing, failure) -> {
                        if (failure == null) {
                            made.complete(null);
                        } else {
                            made.completeExceptionally(failure);
                        }
                    });
                } catch (Throwable e) { // or its record would wait for ever
                    made.completeExceptionally(e);
                } finally {
                    done(target);
                }
            });
        } catch (RejectedExecutionException e) {
            done(target); // stopping; whoever is next reads the frame again
        }
        return made;
    }

    private void done(String target) {
        waiting.computeIfPresent(target, (same, count) -> count > 1 ? count - 1 : null);
    }

    /** Whether a picture of that target waits or is being made. */
    boolean isBusyWith(String target) {
        return waiting.containsKey(target);
    }

    /** Waits until a picture is made, or the service stops. */
    void await(CompletableFuture<Void> made) {
        while (!made.isDone() && !thread.isShutdown()) {
            try {
                made.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | TimeoutException e) {
                // what failed is its maker's to say
            }
        }
    }

    /** Waits until no picture waits or is being made, or the service stops. */
    void awaitIdle() {
        while (!isIdle() && !thread.isShutdown()) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether no picture waits or is being made. */
    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** Does something again and again, when no picture is being made, whether it fails or not. */
    void repeat(Runnable work, Duration pause) {
        Runnable unfailing = () -> {
            try {
                work.run();
            } catch (Throwable e) { // or it would be done no more
                LOG.errorf(e, "it is tried again in %s", pause);
            }
        };
        var unused =
                thread.scheduleWithFixedDelay(unfailing, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something behind the pictures that wait, unless the service stops before. */
    void afterwards(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service stops");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}
