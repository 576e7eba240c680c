package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.DecodedFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The inverse hyperbolic sine: linear in the shadows, logarithmic in the highlights (Lupton, Gunn and Szalay 1999), so
 * that stars keep shape. Black and white lie where the midtone stretch puts them, and its strength is such that the
 * background becomes the same grey. One curve for all channels.
 */
public record AsinhStretch() implements Stretch {
    private static final double GREATEST_STRENGTH = 1e9;
    private static final int BISECTIONS = 80;

    @Override
    public String name() {
        return AsinhTone.NAME;
    }

    @Override
    public StretchCurve fit(DecodedFrame frame) {
        List<Spread> spreads = new ArrayList<>();
        for (int channel = 0; channel < frame.channels(); channel++) {
            spreads.add(Spread.of(frame.plane(channel).distribution()));
        }
        Spread spread = Spread.mean(spreads);
        ToneFit scale = ToneFit.ofSky(spread);
        double background = (spread.median() - scale.black()) / (scale.white() - scale.black());
        double strength = spread.deviation() == 0 ? 0 : strength(background);
        return StretchCurve.of(
                name(),
                Map.of(AsinhTone.SHADOWS, 0.0, AsinhTone.STRENGTH, strength),
                frame.levels().between(scale.black(), scale.white()));
    }

    /** The strength that takes the background to its grey; 0 where it is there already. By bisection of its logarithm. */
    private static double strength(double background) {
        if (background >= ToneFit.TARGET_BACKGROUND) {
            return 0;
        }
        double low = 1e-6;
        double high = GREATEST_STRENGTH;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = Math.sqrt(low * high);
            if (AsinhTone.transfer(middle, background) < ToneFit.TARGET_BACKGROUND) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
