package io.astrochrome.trainer.service;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens on other threads. */
final class Wait {
    private static final long PAUSE_MILLIS = 50;

    private Wait() {}

    static void until(Duration patience, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within " + patience);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
