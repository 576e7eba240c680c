package io.astrochrome.standalone.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Judges by a running process's answers whether it must be started anew. Not thread-safe. */
final class Vitals {
    private static final int MOST_DENIALS = 3;

    private final Duration silence;
    private Instant heard;
    private int denials;

    /** Of a process that has answered just now. */
    Vitals(Duration silence, Instant now) {
        this.silence = silence;
        this.heard = now;
    }

    /** What is wrong, where it has said three times in a row that it is not alive, or nothing for too long. */
    Optional<String> judge(HealthProbe.Answer answer, Instant now) {
        if (answer != HealthProbe.Answer.SILENCE) {
            heard = now;
        }
        denials = switch (answer) {
            case YES -> 0;
            case NO -> denials + 1;
            case SILENCE -> denials;
        };
        if (denials >= MOST_DENIALS) {
            return Optional.of("has said " + denials + " times that it cannot go on");
        }
        var quiet = Duration.between(heard, now);
        return quiet.compareTo(silence) < 0
                ? Optional.empty()
                : Optional.of("has given no answer for " + quiet.toSeconds() + " s");
    }
}
