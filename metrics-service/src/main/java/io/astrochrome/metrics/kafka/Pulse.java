package io.astrochrome.metrics.kafka;

import java.time.Duration;

/** When a consumer loop last went round. Thread-safe. */
public final class Pulse {
    private volatile long lastNanos = System.nanoTime();

    /** The loop went round. */
    public void beat() {
        lastNanos = System.nanoTime();
    }

    /** How long ago that was. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - lastNanos);
    }
}
