package io.astrochrome.metrics.observatory.meters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Topics;
import io.astrochrome.meters.Meters;
import io.astrochrome.metrics.sample.SampleFrame;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PageMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PageMeters meters = new PageMeters(new Meters(registry));

    private static SampleFrame takenIn(Instant at) {
        return SampleFrame.of("M 42", "light.fits", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), at);
    }

    private DistributionSummary flicker() {
        return registry.find("astrochrome.flicker.delta.e").summary();
    }

    @Test
    void meterHowLongAFrameTookFromItsArrivalAndFromTheLog() {
        Duration hour = Duration.ofHours(1);
        Instant now = Instant.now();

        meters.shown(takenIn(now.minus(hour)).colorized(SampleFrame.MODEL, 1), now.minus(hour.dividedBy(2)));

        var wholeWay =
                registry.get("astrochrome.end.to.end").tag("target", "M 42").timer();
        var queue = registry.get("astrochrome.queue").tag("stage", "page").timer();
        assertThat(wholeWay.count()).isEqualTo(1);
        assertThat(wholeWay.totalTime(TimeUnit.MINUTES)).isGreaterThanOrEqualTo(60);
        assertThat(wholeWay.totalTime(TimeUnit.MINUTES) - queue.totalTime(TimeUnit.MINUTES))
                .isCloseTo(30, within(1e-6));
        assertThat(registry.get("astrochrome.frames")
                        .tags("stage", "page", "outcome", "shown")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anotherMachinesClockThatIsAheadMakesNoNegativeTime() {
        Instant ahead = Instant.now().plus(Duration.ofHours(1));

        meters.shown(takenIn(ahead).colorized(SampleFrame.MODEL, 1), ahead);

        assertThat(registry.get("astrochrome.end.to.end").timer().totalTime(TimeUnit.SECONDS))
                .isZero();
    }

    @Test
    void flickerIsMeteredFromASequencesSecondFrameOn() {
        Instant now = Instant.now();
        meters.shown(takenIn(now).colorized(SampleFrame.MODEL, 1), now);
        assertThat(flicker()).isNull();

        meters.shown(takenIn(now).colorized(SampleFrame.MODEL, 1), now);

        assertThat(flicker().count()).isEqualTo(1);
        assertThat(flicker().totalAmount()).as("the same colours").isZero();
    }

    @Test
    void countDeadLettersByWhoGaveThemUpAndOfWhichTopic() {
        meters.deadLetter("preprocess", Topics.FRAMES);
        meters.deadLetter("preprocess", Topics.FRAMES);
        meters.deadLetter("metrics", Topics.FRAMES);

        assertThat(registry.get("astrochrome.dead.letters")
                        .tags("stage", "preprocess", "topic", Topics.FRAMES)
                        .counter()
                        .count())
                .isEqualTo(2);
    }
}
