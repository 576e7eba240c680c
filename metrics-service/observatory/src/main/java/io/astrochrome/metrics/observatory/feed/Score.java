package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.FrameScored;
import java.time.Instant;

/**
 * A frame's figures, as {@link FrameScored} has them; null where a figure is not finite, which JSON could not say.
 *
 * @param gainDecibels what the colours add to the grey picture
 */
public record Score(
        Double psnrDecibels,
        Double greyPsnrDecibels,
        Double gainDecibels,
        Double ssim,
        Double greySsim,
        Double deltaE2000,
        Double greyDeltaE2000,
        Double colourfulnessRatio,
        Instant scoredAt) {
    static Score of(FrameScored scored) {
        return new Score(
                finite(scored.psnrDecibels()),
                finite(scored.greyPsnrDecibels()),
                finite(scored.gainDecibels()),
                finite(scored.ssim()),
                finite(scored.greySsim()),
                finite(scored.deltaE2000()),
                finite(scored.greyDeltaE2000()),
                finite(scored.colourfulnessRatio()),
                scored.scoredAt());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
