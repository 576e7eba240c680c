package io.astrochrome.metrics.meters;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.metrics.MetricsConfig;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * The meters of picture quality, latency and dead letters. A summary's sum over its count is the mean; figures that are
 * not finite (a perfect picture, a truth without colour) are left out of it. Thread-safe.
 */
@ApplicationScoped
public class QualityMeters {
    private static final int MODEL_PREFIX_LENGTH = 12;
    private static final int MAX_STAGES = 20;
    private static final Duration[] LATENCY_BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry registry;
    private final BoundedLabel targets;
    private final BoundedLabel models;
    private final BoundedLabel stages = new BoundedLabel(MAX_STAGES);

    QualityMeters(MeterRegistry registry, MetricsConfig config) {
        this.registry = registry;
        this.targets = new BoundedLabel(config.meters().maxTargets());
        this.models = new BoundedLabel(config.meters().maxModels());
    }

    /** A frame has a score. */
    public void scored(FrameScored score) {
        Tags tags = tags(score.modelId(), score.target());
        registry.counter("astrochrome.frames.scored", tags).increment();
        record(
                "psnr",
                "decibels",
                "RGB PSNR of coloured frames against their true colours",
                tags,
                score.psnrDecibels());
        record("gain", "decibels", "PSNR gained over the grey picture", tags, score.gainDecibels());
        record("ssim", null, "Structural similarity of luma", tags, score.ssim());
        record("delta.e2000", null, "Mean CIEDE2000 colour difference", tags, score.deltaE2000());
        record("colourfulness.ratio", null, "Colourfulness over the truth's", tags, score.colourfulnessRatio());
    }

    /** A coloured frame has come to the page. */
    public void shown(FrameColorized colorized, Duration sinceIngest) {
        Tags tags = tags(colorized.modelId(), colorized.frame().target());
        registry.counter("astrochrome.frames.shown", tags).increment();
        Timer.builder("astrochrome.frame.end.to.end")
                .description("From a frame's arrival to its colours on the page")
                .serviceLevelObjectives(LATENCY_BUCKETS)
                .tag("target", targets.of(colorized.frame().target()))
                .register(registry)
                .record(sinceIngest.isNegative() ? Duration.ZERO : sinceIngest); // clocks of two machines
    }

    /** There is a dead letter in the log. */
    public void deadLetter(String stage, String topic) {
        registry.counter("astrochrome.dead.letters", "stage", stages.of(stage), "topic", topic)
                .increment();
    }

    private Tags tags(String modelId, String target) {
        return Tags.of("model", models.of(modelId.substring(0, MODEL_PREFIX_LENGTH)), "target", targets.of(target));
    }

    private void record(String name, String unit, String description, Tags tags, double value) {
        if (Double.isFinite(value)) {
            DistributionSummary.builder("astrochrome.quality." + name)
                    .description(description)
                    .baseUnit(unit)
                    .tags(tags)
                    .register(registry)
                    .record(value);
        }
    }
}
