package io.astrochrome.platform.access;

import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down who guesses keys: the more wrong ones have come lately, the later each is told so. Who has the right one does not
 * wait, wherever the wrong ones come from. Thread-safe.
 */
@Singleton
final class FailedKeys {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MOST_DOUBLINGS = 5;
    /** Without a wrong key in between, one of those before is forgotten. */
    private static final Duration FORGIVEN_AFTER = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final Vertx vertx;
    private int lately;
    private Instant last = Instant.MIN;

    @Inject
    FailedKeys(Vertx vertx) {
        this(vertx, InstantSource.system());
    }

    FailedKeys(Vertx vertx, InstantSource clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /** A key was wrong: how long the answer is to wait. */
    synchronized Duration count() {
        Instant now = clock.instant();
        if (!last.equals(Instant.MIN)) {
            long forgiven = Duration.between(last, now).dividedBy(FORGIVEN_AFTER);
            lately = (int) Math.max(0, lately - Math.max(0, forgiven));
        }
        last = now;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(lately, MOST_DOUBLINGS));
        lately = Math.min(lately + 1, MOST_DOUBLINGS);
        return pause;
    }

    /** A key was wrong: {@code answer} is given later, on the event loop. */
    void answerLater(Runnable answer) {
        vertx.setTimer(count().toMillis(), due -> answer.run());
    }
}
