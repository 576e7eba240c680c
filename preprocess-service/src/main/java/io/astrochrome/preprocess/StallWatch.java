package io.astrochrome.preprocess;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Knows what is being worked on since when, and what it waits for. Thread-safe. */
@ApplicationScoped
class StallWatch {
    private final AtomicReference<Work> current = new AtomicReference<>();

    /** A frame at work, and why it has not been finished yet, which is empty while nothing is wrong. */
    record Work(String frame, Instant since, String waitingFor) {}

    void begin(String frame) {
        current.set(new Work(frame, Instant.now(), ""));
    }

    /** What the frame at work waits for. */
    void waitingFor(String what) {
        current.updateAndGet(work -> work == null ? null : new Work(work.frame, work.since, what));
    }

    void end() {
        current.set(null);
    }

    /** The work that takes longer than that. */
    Optional<Work> stalled(Duration longerThan) {
        Instant since = Instant.now().minus(longerThan);
        return Optional.ofNullable(current.get()).filter(work -> work.since.isBefore(since));
    }
}
