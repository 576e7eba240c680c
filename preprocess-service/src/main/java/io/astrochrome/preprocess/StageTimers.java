package io.astrochrome.preprocess;

import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.imaging.filter.FilterRole;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.platform.tracing.FrameSpan;
import io.astrochrome.platform.tracing.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

/** This stage's part of the meters: time in the queue, in each step and in all, and what became of the frames. */
@ApplicationScoped
class StageTimers {
    private final Meters meters;
    private final Traces traces;

    StageTimers(Meters meters, Traces traces) {
        this.meters = meters;
        this.traces = traces;
        // So that there are figures before there is one.
        meters.count(Meter.RETRIES, 0, FrameConsumer.STAGE);
        for (SubPlace place : SubPlace.values()) {
            meters.count(Meter.SUBS, 0, place.name().toLowerCase(Locale.ROOT), FilterRole.LUMINANCE.label());
        }
    }

    <T> T time(String step, Supplier<T> work) {
        long start = System.nanoTime();
        try (FrameSpan ignored = traces.step(step)) {
            return work.get();
        } finally {
            meters.time(Meter.STEP, since(start), FrameConsumer.STAGE, step);
        }
    }

    void time(String step, Runnable work) {
        time(step, () -> {
            work.run();
            return null;
        });
    }

    /** A frame is taken up that was written to the log at that time. */
    void queued(Instant written) {
        meters.time(Meter.QUEUE, Duration.between(written, Instant.now()), FrameConsumer.STAGE);
    }

    /** A frame's tensor is on its topic. */
    void prepared(long startNanos, Instant ingestedAt) {
        meters.time(Meter.STAGE, since(startNanos), FrameConsumer.STAGE);
        meters.time(Meter.AGE, Duration.between(ingestedAt, Instant.now()), FrameConsumer.STAGE);
        count("prepared");
    }

    /** Counts a frame as {@code prepared}, {@code quarantined} or {@code duplicate}. */
    void count(String outcome) {
        meters.count(Meter.FRAMES, FrameConsumer.STAGE, outcome);
    }

    /** Counts a call that is repeated because the store did not answer. */
    void retried() {
        meters.count(Meter.RETRIES, FrameConsumer.STAGE);
    }

    /** Counts an exposure by what became of it. */
    void judged(SubJudged sub) {
        String target = sub.frame().target();
        meters.count(Meter.SUBS, sub.place().name().toLowerCase(Locale.ROOT), sub.role());
        if (sub.quality() != null) {
            meters.set(Meter.STAR_WIDTH, sub.quality().width(), target);
        }
        if (sub.depth() > 0) {
            meters.set(Meter.STACK_DEPTH, sub.depth(), target, sub.role());
        }
    }

    /** A picture of stacks is made. */
    void composed(String target, double measuredShare) {
        meters.set(Meter.MEASURED_SHARE, measuredShare, target);
    }

    /** Counts a static stretch that was fitted, by its cause. */
    void stretched(String cause) {
        meters.count(Meter.STRETCHES, cause);
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
