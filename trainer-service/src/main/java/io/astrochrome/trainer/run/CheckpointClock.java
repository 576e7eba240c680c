package io.astrochrome.trainer.run;

import java.time.Duration;

/** When the next checkpoint is due. */
final class CheckpointClock {
    private final long everyNanos;
    private long lastNanos;

    CheckpointClock(Duration every, long nowNanos) {
        this.everyNanos = every.toNanos();
        this.lastNanos = nowNanos;
    }

    boolean due(long nowNanos) {
        return nowNanos - lastNanos >= everyNanos;
    }

    void saved(long nowNanos) {
        lastNanos = nowNanos;
    }
}
