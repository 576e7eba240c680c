package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.samples.Samples;
import io.astrochrome.imaging.statistics.Distribution;
import java.util.Map;

/**
 * A straight line between two percentiles of the values, as DS9's percentile scales. One curve for all channels: the
 * darkest channel's black and the brightest one's white.
 */
public record PercentileStretch() implements Stretch {
    /** Share of the pixels that becomes black. */
    static final double LOW = 0.0025;

    /** Share of the pixels below white. */
    static final double HIGH = 0.9975;

    @Override
    public String name() {
        return PercentileTone.NAME;
    }

    @Override
    public StretchCurve fit(DecodedFrame frame) {
        double low = 1;
        double high = 0;
        for (Samples plane : frame.planes()) {
            Distribution values = plane.distribution();
            low = Math.min(low, values.quantile(LOW));
            high = Math.max(high, values.quantile(HIGH));
        }
        boolean flat = high <= low;
        return StretchCurve.of(
                name(),
                Map.of(PercentileTone.LOW, flat ? 0.0 : low, PercentileTone.HIGH, flat ? 1.0 : high),
                frame.levels());
    }
}
