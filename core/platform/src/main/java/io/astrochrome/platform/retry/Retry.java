package io.astrochrome.platform.retry;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tries again what cannot be done for now, as long as it takes, with pauses that double up to the longest. Any other failure
 * is thrown at once. A stop ends it, also in the middle of a pause: {@link #close}, or an interrupt of the caller. Thread-safe;
 * each call has pauses of its own.
 *
 * <p>It is our own for {@link #until}: SmallRye Fault Tolerance and Failsafe end after a number of tries or a time, or by an
 * interrupt alone, while a service that stops does not always know whose thread waits; and Mutiny's pauses are on threads of
 * its own, while work on a store belongs on the caller's. Where nothing blocks, {@link #eventually} is Mutiny's.
 */
public final class Retry implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Retry.class);

    private final Duration first;
    private final Duration longest;
    private final Predicate<Exception> forNow;
    private final Consumer<Exception> waiting;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Tries again after failures that may pass.
     *
     * @param first pause
     * @param longest pause, at least the first
     * @param forNow whether a failure may pass
     */
    public Retry(Duration first, Duration longest, Predicate<Exception> forNow) {
        this(first, longest, forNow, failure -> {});
    }

    /**
     * As above.
     *
     * @param waiting is told of every failure that is waited for, before the pause
     */
    public Retry(Duration first, Duration longest, Predicate<Exception> forNow, Consumer<Exception> waiting) {
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("the longest pause must be at least " + first + ", not " + longest);
        }
        this.first = first;
        this.longest = longest;
        this.forNow = forNow;
        this.waiting = waiting;
    }

    /** What is tried; doing it twice must be as good as once. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** Does it; what it returns is not null. */
        T run() throws IOException;
    }

    /**
     * The attempt's result, on the caller's thread; empty where a stop came first.
     *
     * @param what is tried, for the log, such as {@code storing frames/x}
     */
    public <T> Optional<T> until(String what, Attempt<T> attempt) throws IOException {
        Duration pause = first;
        while (isOpen()) {
            try {
                return Optional.of(attempt.run());
            } catch (IOException | RuntimeException e) {
                if (!forNow.test(e)) {
                    throw e;
                }
                LOG.warnf("%s: tried again in %d ms: %s", what, pause.toMillis(), e.getMessage());
                waiting.accept(e);
            }
            if (!rest(pause)) {
                break;
            }
            pause = after(pause);
        }
        return Optional.empty();
    }

    /**
     * The same without a thread that waits, and without an end: completes when an attempt has, or fails as one did.
     *
     * @param what is tried, for the log
     * @param mayPass whether a failure may pass
     */
    public <T> Uni<T> eventually(String what, Predicate<Throwable> mayPass, Supplier<Uni<? extends T>> attempt) {
        return Uni.createFrom()
                .<T>deferred(attempt)
                .onFailure(mayPass)
                .invoke(failure -> LOG.warnf("%s: tried again: %s", what, failure))
                .onFailure(mayPass)
                .retry()
                .withBackOff(first, longest)
                .indefinitely();
    }

    /** Lets the first pause pass, or a stop come. */
    public void rest() {
        rest(first);
    }

    /** Whether it goes on. */
    private boolean rest(Duration pause) {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The pause after that one. */
    Duration after(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Ends every pause; nothing is tried any more. */
    @Override
    public void close() {
        closed.countDown();
    }
}
