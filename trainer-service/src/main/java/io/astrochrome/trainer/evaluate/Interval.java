package io.astrochrome.trainer.evaluate;

import java.util.Locale;

/** A figure with its 95 % bootstrap interval. */
public record Interval(double value, double low, double high) {
    private static final double HUNDREDTHS = 100;

    /** Signed, to two decimals: {@code +0.28 [+0.08, +0.48]}. What rounds to nothing is {@code +0.00}. */
    public String signed() {
        return String.format(Locale.ROOT, "%+.2f [%+.2f, %+.2f]", rounded(value), rounded(low), rounded(high));
    }

    private static double rounded(double figure) {
        return Double.isFinite(figure) ? Math.round(figure * HUNDREDTHS) / HUNDREDTHS : figure;
    }
}
