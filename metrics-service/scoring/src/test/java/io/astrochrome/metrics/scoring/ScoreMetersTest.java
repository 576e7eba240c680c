package io.astrochrome.metrics.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.FrameScored;
import io.astrochrome.events.Purpose;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.sample.SampleFrame;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScoreMetersTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");
    private static final Duration QUEUED = Duration.ofSeconds(3);
    private static final Duration TOOK = Duration.ofMillis(40);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ScoreMeters meters = new ScoreMeters(new Meters(registry));

    private void scored(double psnr, double grey, double colourfulness) {
        meters.scored(
                new FrameScored(
                        SampleFrame.sha256("a frame"),
                        "M 42",
                        Purpose.LIVE,
                        SampleFrame.MODEL,
                        psnr,
                        grey,
                        1e-3,
                        2e-3,
                        0.9,
                        0.8,
                        4,
                        6,
                        colourfulness,
                        NIGHT),
                QUEUED,
                TOOK);
    }

    private DistributionSummary summary(String name) {
        return registry.find("astrochrome.quality." + name)
                .tags("model", SampleFrame.MODEL.substring(0, 12), "target", "M 42")
                .summary();
    }

    @Test
    void sumsAreOfEveryFrameAndTheGainIsTheNewestFramesAlsoWhereItIsALoss() {
        scored(31, 28, 0.8);
        scored(27, 28.5, 0.6);

        assertThat(summary("psnr").totalAmount()).isCloseTo(58, within(1e-9));
        assertThat(summary("grey.psnr").totalAmount()).isCloseTo(56.5, within(1e-9));
        assertThat(summary("ssim").totalAmount()).isCloseTo(1.8, within(1e-9));
        assertThat(summary("delta.e2000").totalAmount()).isCloseTo(8, within(1e-9));
        assertThat(summary("colourfulness.ratio").totalAmount()).isCloseTo(1.4, within(1e-9));
        assertThat(registry.get("astrochrome.quality.gain").gauge().value()).isCloseTo(-1.5, within(1e-9));
    }

    @Test
    void aPerfectPictureIsScoredButInNoSumSinceItsFigureIsNoNumber() {
        scored(31, 28, 0.8);
        scored(Double.POSITIVE_INFINITY, 28, Double.NaN);

        assertThat(summary("psnr").count()).isEqualTo(1);
        assertThat(summary("grey.psnr").count())
                .as("as many as of the coloured")
                .isEqualTo(1);
        assertThat(summary("colourfulness.ratio").count()).isEqualTo(1);
        assertThat(summary("ssim").count()).isEqualTo(2);
        assertThat(registry.get("astrochrome.quality.gain").gauge().value()).isEqualTo(3);
        assertThat(registry.get("astrochrome.frames").counter().count()).isEqualTo(2);
    }

    @Test
    void tellsHowLongARecordLayAndHowLongItTook() {
        scored(31, 28, 0.8);

        assertThat(registry.get("astrochrome.queue")
                        .tag("stage", "score")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(3000);
        assertThat(registry.get("astrochrome.stage")
                        .tag("stage", "score")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(40);
    }
}
