package io.astrochrome.metrics.meters;

import io.astrochrome.events.FrameColorized;
import io.astrochrome.events.FrameScored;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.meters.ModelLabel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** This service's part of the meters: picture quality, latency, flicker, dead letters. Thread-safe. */
@ApplicationScoped
public class QualityMeters {
    private static final String SCORE = "score";
    private static final String PAGE = "page";

    private final Meters meters;
    private final ColourSteps steps = new ColourSteps();

    QualityMeters(Meters meters) {
        this.meters = meters;
    }

    /** A frame has a score; its records had waited that long, and scoring took as long as said. */
    public void scored(FrameScored score, Duration queued, Duration took) {
        meters.count(Meter.FRAMES, SCORE, "scored");
        meters.time(Meter.QUEUE, queued, SCORE);
        meters.time(Meter.STAGE, took, SCORE);
        String model = ModelLabel.of(score.modelId());
        String target = score.target();
        if (Double.isFinite(score.gainDecibels())) {
            meters.record(Meter.PSNR, score.psnrDecibels(), model, target);
            meters.record(Meter.GREY_PSNR, score.greyPsnrDecibels(), model, target);
            meters.set(Meter.GAIN, score.gainDecibels(), model, target);
        }
        meters.record(Meter.SSIM, score.ssim(), model, target);
        meters.record(Meter.DELTA_E, score.deltaE2000(), model, target);
        meters.record(Meter.COLOURFULNESS, score.colourfulnessRatio(), model, target);
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
