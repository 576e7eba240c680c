package io.astrochrome.ingest.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts frames by what became of them, and the bytes of those that were taken in. */
@Singleton
class IntakeMeters {
    private final MeterRegistry registry;

    IntakeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    IntakeOutcome count(Submission submission, IntakeOutcome outcome) {
        String purpose = submission.purpose().name().toLowerCase(Locale.ROOT);
        registry.counter("astrochrome.frames.ingested", "outcome", name(outcome), "purpose", purpose)
                .increment();
        if (outcome instanceof IntakeOutcome.Accepted accepted) {
            registry.counter("astrochrome.ingested.bytes", "purpose", purpose)
                    .increment((double) accepted.event().object().sizeBytes());
        }
        return outcome;
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
