package io.astrochrome.colorize.stream;

import io.astrochrome.events.FrameColorized;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The service's meters, {@code astrochrome_colorize_*}. Thread-safe. */
@Singleton
final class ColorizeMeters {
    private final MeterRegistry registry;
    private final DistributionSummary batchSize;
    private final Timer latency;
    private final Counter duplicates;
    private final Counter skipped;
    private final Counter deadLetters;

    ColorizeMeters(MeterRegistry registry) {
        this.registry = registry;
        batchSize = DistributionSummary.builder("astrochrome.colorize.batch.size")
                .description("frames that went through the network together")
                .register(registry);
        latency = Timer.builder("astrochrome.colorize.latency")
                .description("from a frame's arrival at ingest to its event on colorized.v1")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(2))
                .register(registry);
        duplicates = counter("duplicates", "records of a frame that was coloured already");
        skipped = counter("skipped", "records of frames that are only learnt from");
        deadLetters = counter("dead.letters", "records that could not be handled");
    }

    private Counter counter(String name, String description) {
        return Counter.builder("astrochrome.colorize." + name)
                .description(description)
                .register(registry);
    }

    void watch(Arrivals arrivals) {
        Gauge.builder("astrochrome.colorize.under.way", arrivals, Arrivals::underWay)
                .description("records between arrival and commit")
                .register(registry);
        Gauge.builder("astrochrome.colorize.waiting", arrivals, Arrivals::waiting)
                .description("records that wait for the network")
                .register(registry);
    }

    void batch(int frames) {
        batchSize.record(frames);
    }

    void duplicate() {
        duplicates.increment();
    }

    void skipped() {
        skipped.increment();
    }

    void deadLetter() {
        deadLetters.increment();
    }

    void published(FrameColorized event) {
        registry.counter("astrochrome.colorize.frames", "model", event.modelName())
                .increment();
        event.stageMillis().forEach((stage, millis) -> registry.timer("astrochrome.colorize.stage", "stage", stage)
                .record(Duration.ofNanos((long) (millis * 1e6))));
        latency.record(Duration.between(event.frame().ingestedAt(), event.colorizedAt()));
    }
}
