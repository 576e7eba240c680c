package io.astrochrome.preprocess;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Meters: how long each step takes ({@code astrochrome_preprocess_step_seconds}) and what became of the frames. */
@ApplicationScoped
class StageTimers {
    private static final String STEP = "astrochrome.preprocess.step";
    private static final String FRAMES = "astrochrome.preprocess.frames";
    private static final String RETRIES = "astrochrome.preprocess.retries";

    private final MeterRegistry registry;

    StageTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    <T> T time(String step, Supplier<T> work) {
        return registry.timer(STEP, "step", step).record(work);
    }

    void time(String step, Runnable work) {
        registry.timer(STEP, "step", step).record(work);
    }

    /** Counts a frame as {@code prepared}, {@code quarantined} or {@code duplicate}. */
    void count(String outcome) {
        registry.counter(FRAMES, "outcome", outcome).increment();
    }

    /** Counts a call that is repeated because the store did not answer. */
    void retried() {
        registry.counter(RETRIES).increment();
    }
}
