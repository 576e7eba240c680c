package io.astrochrome.colorize.stream.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.colorize.tensor.PlainTensors;
import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameIngested;
import io.astrochrome.events.ObjectReference;
import io.astrochrome.events.PictureReferences;
import io.astrochrome.events.Purpose;
import io.astrochrome.events.StretchApplied;
import io.astrochrome.meters.Meters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ColorizeMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ColorizeMeters meters = new ColorizeMeters(new Meters(registry));

    private static FrameColorized coloured(Duration age) {
        FrameIngested frame = PlainTensors.frame("M 42", Purpose.LIVE);
        ObjectReference nowhere = new ObjectReference("astrochrome", "nowhere", 1, frame.frameId());
        return new FrameColorized(
                frame,
                PlainTensors.SQUARE,
                new StretchApplied("none", "frame", Map.of()),
                frame.frameId(),
                "tiny",
                "CPU",
                new PictureReferences(nowhere, nowhere, null),
                Map.of("inference", 21.5, "compose", 40.0),
                Instant.EPOCH.plus(age),
                new short[PlainTensors.SQUARE.pixels()],
                new short[PlainTensors.SQUARE.pixels()]);
    }

    private double frames(String outcome) {
        return registry.get("astrochrome.frames")
                .tags("stage", "colorize", "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void beginWithAZeroWhereAnAlertLooks() {
        assertThat(registry.get("astrochrome.undersized.frames").counter().count())
                .isZero();
        meters.undersized();
        assertThat(registry.get("astrochrome.undersized.frames").counter().count())
                .isEqualTo(1);
    }

    @Test
    void aPublishedFrameSaysHowLongEachStepTookAndHowOldItIs() {
        meters.published(coloured(Duration.ofSeconds(5)), Duration.ofMillis(300));

        assertThat(frames("coloured")).isEqualTo(1);
        assertThat(registry.get("astrochrome.step")
                        .tag("step", "inference")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isCloseTo(21.5, within(1e-6));
        assertThat(registry.get("astrochrome.step")
                        .tag("step", "compose")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isCloseTo(40, within(1e-6));
        assertThat(registry.get("astrochrome.stage").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(300);
        assertThat(registry.get("astrochrome.age").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(5);
    }

    @Test
    void whatBecameOfOtherFramesIsCountedByItself() {
        meters.duplicate();
        meters.duplicate();
        meters.skipped();
        meters.deadLetter();

        assertThat(frames("duplicate")).isEqualTo(2);
        assertThat(frames("skipped")).isEqualTo(1);
        assertThat(frames("quarantined")).isEqualTo(1);
    }

    @Test
    void aBatchIsTakenByItsFramesAndItsTime() {
        meters.batch(4, "CPU", Duration.ofMillis(80));
        meters.batch(1, "CPU", Duration.ofMillis(20));

        assertThat(registry.get("astrochrome.batch").summary().mean()).isEqualTo(2.5);
        assertThat(registry.get("astrochrome.inference")
                        .tag("provider", "CPU")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(100);
    }

    @Test
    void whatIsUnderWayIsAskedForEachTime() {
        AtomicInteger underWay = new AtomicInteger(3);
        meters.watch(underWay::get, () -> 1);
        underWay.set(5);

        assertThat(registry.get("astrochrome.under.way").gauge().value()).isEqualTo(5);
        assertThat(registry.get("astrochrome.waiting").gauge().value()).isEqualTo(1);
    }
}
