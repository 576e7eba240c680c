package io.astrochrome.standalone.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Work beside the system that comes again and again until that is stopped. Thread-safe. */
final class Daily {
    private final Duration first;
    private final Duration period;
    private final Terminal terminal;

    /**
     * Takes the times of the work.
     *
     * @param first until it is done for the first time
     * @param period from the end of one to the next
     * @param terminal where it is said that it failed
     */
    Daily(Duration first, Duration period, Terminal terminal) {
        this.first = first;
        this.period = period;
        this.terminal = terminal;
    }

    /** A piece of work. */
    interface Work {
        /** Does it once. */
        void run() throws Exception;
    }

    /** Begins, on a thread of its own; work that fails comes again at its next time. */
    void start(String name, Work work, CountDownLatch stopped) {
        var thread = new Thread(
                () -> {
                    try {
                        for (var wait = first; !stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS); wait = period) {
                            once(name, work);
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void once(String name, Work work) throws InterruptedException {
        try {
            work.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // or it would come no more
            terminal.say("%s failed and comes again: %s", name, e);
        }
    }
}
