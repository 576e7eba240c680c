package io.astrochrome.metrics.observatory.meters;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.meters.ModelLabel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** What the page sees: latency, flicker, dead letters. Thread-safe. */
@ApplicationScoped
public class PageMeters {
    private static final String PAGE = "page";

    private final Meters meters;
    private final ColourSteps steps = new ColourSteps();

    PageMeters(Meters meters) {
        this.meters = meters;
    }

    /** A coloured frame, written to the log at that time, has come to the page. */
    public void shown(FrameColorized colorized, Instant written) {
        Instant now = Instant.now();
        String target = colorized.frame().target();
        meters.count(Meter.FRAMES, PAGE, "shown");
        meters.time(Meter.QUEUE, Duration.between(written, now), PAGE);
        meters.time(Meter.END_TO_END, Duration.between(colorized.frame().ingestedAt(), now), target);
        steps.of(colorized)
                .ifPresent(step -> meters.record(Meter.FLICKER, step, ModelLabel.of(colorized.modelId()), target));
    }

    /** There is a dead letter in the log. */
    public void deadLetter(String stage, String topic) {
        meters.count(Meter.DEAD_LETTERS, stage, topic);
    }
}
