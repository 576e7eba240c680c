package io.astrochrome.ingest.intake;

import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Counts frames by what became of them, how long that took, and the bytes of those that were taken in. */
@Singleton
class IntakeMeters {
    private static final String STAGE = "ingest";

    private final Meters meters;

    IntakeMeters(Meters meters) {
        this.meters = meters;
    }

    IntakeOutcome count(Submission submission, IntakeOutcome outcome) {
        meters.count(Meter.FRAMES, STAGE, name(outcome));
        if (outcome instanceof IntakeOutcome.Accepted accepted) {
            meters.count(
                    Meter.INGESTED,
                    (double) accepted.event().object().sizeBytes(),
                    submission.purpose().name().toLowerCase(Locale.ROOT));
        }
        return outcome;
    }

    /** A frame has been handled whole, from its first byte to the answer. */
    void took(long sinceNanos) {
        meters.time(Meter.STAGE, Duration.ofNanos(System.nanoTime() - sinceNanos), STAGE);
    }

    private static String name(IntakeOutcome outcome) {
        if (outcome instanceof IntakeOutcome.Accepted) {
            return "accepted";
        }
        if (outcome instanceof IntakeOutcome.Duplicate) {
            return "duplicate";
        }
        return outcome instanceof IntakeOutcome.Refused ? "rejected" : "unavailable";
    }
}
