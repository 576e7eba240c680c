package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.statistics.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The midtone curve of a sky over values of any scale, such as a stack's: background and noise decide, as for frames. Missing
 * values become black. Immutable.
 */
public final class SkyCurve {
    /** Values that one processor works on at a time. */
    private static final int PIECE = 1 << 14;

    private final ToneFit fit;

    private SkyCurve(ToneFit fit) {
        this.fit = fit;
    }

    /** For one channel. */
    public static SkyCurve of(float[] values) {
        return new SkyCurve(ToneFit.ofSky(spread(values)));
    }

    /** One curve for channels of one scale, which keeps their colours. */
    public static SkyCurve common(float[]... channels) {
        List<Spread> spreads =
                Arrays.stream(channels).parallel().map(SkyCurve::spread).toList();
        return new SkyCurve(ToneFit.ofSky(Spread.mean(spreads)));
    }

    private static Spread spread(float[] values) {
        return Spread.of(Distribution.of(values));
    }

    /** Values in [0, 1], encoded to look at, in an array of their own. */
    public float[] apply(float[] values) {
        MidtoneTone tone = new MidtoneTone(0, fit.midtones());
        float[] visible = new float[values.length];
        double range = fit.white() - fit.black();
        IntStream.range(0, (values.length + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            for (int i = piece * PIECE; i < Math.min(values.length, (piece + 1) * PIECE); i++) {
                double value = (values[i] - fit.black()) / range;
                visible[i] = value > 0 ? (float) tone.apply(Math.min(1, value)) : 0; // not-a-number is not above 0
            }
        });
        return visible;
    }
}
