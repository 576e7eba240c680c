package io.astrochrome.metrics.observatory.feed;

import io.astrochrome.events.FrameScored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frame's figures, as {@link FrameScored} has them; null where a figure is not finite, which JSON could not say.
 *
 * @param gainDecibels what the colours add to the grey picture
 */
public record Score(
        @Nullable Double psnrDecibels,
        @Nullable Double greyPsnrDecibels,
        @Nullable Double gainDecibels,
        @Nullable Double ssim,
        @Nullable Double greySsim,
        @Nullable Double deltaE2000,
        @Nullable Double greyDeltaE2000,
        @Nullable Double colourfulnessRatio,
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

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
