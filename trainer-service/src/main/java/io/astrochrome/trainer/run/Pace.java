package io.astrochrome.trainer.run;

import java.time.Duration;

/** How fast steps go lately: an exponential mean over about fifty of them. */
final class Pace {
    private static final double SHARE = 0.02;

    private final RunBudget budget;
    private final long startNanos;
    private double secondsAStep;
    private long lastNanos;

    Pace(RunBudget budget, long nowNanos) {
        this.budget = budget;
        this.startNanos = nowNanos;
        this.lastNanos = nowNanos;
    }

    void stepped(long nowNanos) {
        double seconds = (nowNanos - lastNanos) / 1e9;
        secondsAStep = secondsAStep == 0 ? seconds : secondsAStep + SHARE * (seconds - secondsAStep);
        lastNanos = nowNanos;
    }

    /** Time that went into something else than a step does not count. */
    void paused(long nowNanos) {
        lastNanos = nowNanos;
    }

    double stepsPerSecond() {
        return secondsAStep == 0 ? 0 : 1 / secondsAStep;
    }

    boolean spent(long nowNanos) {
        return budget.time() != null && nowNanos - startNanos >= budget.time().toNanos();
    }

    Duration left(long steps, long nowNanos) {
        double seconds = steps * secondsAStep;
        if (budget.time() != null) {
            seconds = Math.min(seconds, (budget.time().toNanos() - (nowNanos - startNanos)) / 1e9);
        }
        return Duration.ofSeconds(Math.max(0, Math.round(seconds)));
    }
}
