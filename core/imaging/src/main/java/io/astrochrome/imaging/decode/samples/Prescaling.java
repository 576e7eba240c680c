package io.astrochrome.imaging.decode.samples;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is done to numbers of more than 24 bits before they are kept as floats, so that no detail is lost: those far from 0
 * and close to each other lose their pedestal, and those that a float cannot hold are scaled.
 *
 * @param pedestal subtracted first
 * @param factor a power of two
 */
public record Prescaling(double pedestal, double factor) {
    /** Numbers as they are. */
    public static final Prescaling NONE = new Prescaling(0, 1);

    /** A float has 24 bits: a spread of fewer than the last twelve would show steps. */
    private static final double FAR_FROM_ZERO = 1 << 12;

    /** Numbers of larger or smaller powers of two are scaled. */
    private static final int GREATEST_EXPONENT = 64;

    /**
     * For a picture with such numbers.
     *
     * @param some of them, such as its first row
     */
    public static Prescaling of(double[] some) {
        double[] sorted = Arrays.stream(some).filter(Double::isFinite).sorted().toArray();
        if (sorted.length < 2) {
            return NONE;
        }
        double median = sorted[sorted.length / 2];
        double spread = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
        double pedestal = spread > 0 && Math.abs(median) > FAR_FROM_ZERO * spread ? median : 0;
        double size = pedestal == 0 && median != 0 ? Math.abs(median) : spread;
        boolean fits = size == 0 || Math.abs(Math.getExponent(size)) <= GREATEST_EXPONENT;
        return new Prescaling(pedestal, fits ? 1 : Math.scalb(1.0, -Math.getExponent(size)));
    }

    /** Whether such numbers tell anything: at least half of them are there, and not all the same. */
    public static boolean isTold(double[] some) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        int there = 0;
        for (double number : some) {
            if (Double.isFinite(number) && number != 0) {
                there++;
                least = Math.min(least, number);
                greatest = Math.max(greatest, number);
            }
        }
        return 2 * there >= some.length && greatest > least;
    }

    /** The number to keep; not-a-number where it is missing, as an exact 0 far from the others is. */
    public float keep(double number) {
        return pedestal != 0 && number == 0 ? Float.NaN : (float) ((number - pedestal) * factor);
    }

    /** What a kept number was. */
    double restore(double kept) {
        return kept / factor + pedestal;
    }

    /** What a number becomes, without being rounded. */
    double apply(double number) {
        return (number - pedestal) * factor;
    }

    /** What a range becomes; null where nothing is left of it beside the pedestal. */
    @Nullable SampleLevels apply(SampleLevels range) {
        double black = apply(range.black());
        double white = apply(range.white());
        return white > black ? new SampleLevels(black, white) : null;
    }
}
