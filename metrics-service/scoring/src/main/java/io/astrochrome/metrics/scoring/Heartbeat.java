package io.astrochrome.metrics.scoring;

import java.time.Duration;

/** When a consumer loop last went round. Thread-safe. */
final class Heartbeat {
    private volatile long lastNanos = System.nanoTime();

    /** The loop went round. */
    void beat() {
        lastNanos = System.nanoTime();
    }

    /** How long ago that was. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - lastNanos);
    }
}
