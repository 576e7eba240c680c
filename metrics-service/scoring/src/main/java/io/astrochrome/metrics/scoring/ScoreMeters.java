package io.astrochrome.metrics.scoring;

import io.astrochrome.events.FrameScored;
import io.astrochrome.meters.Meter;
import io.astrochrome.meters.Meters;
import io.astrochrome.meters.ModelLabel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Picture quality, and how long scoring takes. Thread-safe. */
@ApplicationScoped
class ScoreMeters implements ScoredFrames {
    private static final String STAGE = "score";

    private final Meters meters;

    ScoreMeters(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void scored(FrameScored score, Duration queued, Duration took) {
        meters.count(Meter.FRAMES, STAGE, "scored");
        meters.time(Meter.QUEUE, queued, STAGE);
        meters.time(Meter.STAGE, took, STAGE);
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
}
