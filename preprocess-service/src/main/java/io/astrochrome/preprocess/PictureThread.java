package io.astrochrome.preprocess;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Makes the pictures of stacks while exposures are stacked, one at a time and in the order in which they were wanted. Thread-safe. */
@ApplicationScoped
class PictureThread {
    /** How soon a stop is noticed. */
    private static final long LOOK_MILLIS = 200;

    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "stack-pictures");
        named.setDaemon(true);
        return named;
    });

    /**
     * Makes a picture when those before it are made.
     *
     * @return ends when what {@code picture} returns has ended; never where the service stops before
     */
    CompletableFuture<Void> make(Supplier<CompletionStage<Void>> picture) {
        CompletableFuture<Void> made = new CompletableFuture<>();
        waiting.incrementAndGet();
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
                } catch (RuntimeException e) {
                    made.completeExceptionally(e);
                } finally {
                    waiting.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            waiting.decrementAndGet(); // stopping; whoever is next reads the frame again
        }
        return made;
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
                continue; // what failed is its maker's to say
            }
        }
    }

    /** Whether no picture waits or is being made. */
    boolean isIdle() {
        return waiting.get() == 0;
    }

    /** Does something again and again, when no picture is being made. */
    void repeat(Runnable work, Duration pause) {
        thread.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}
