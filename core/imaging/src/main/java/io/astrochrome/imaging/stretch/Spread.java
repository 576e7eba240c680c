package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.statistics.Distribution;
import java.util.List;

/**
 * Where a plane's values lie.
 *
 * @param median of the pixels that are not missing
 * @param deviation the median absolute deviation, scaled to a Gaussian's standard deviation; where more than half of the
 *     pixels are equal, at least the mean absolute one without the tails; 0 only where all are equal
 * @param least below it are next to no pixels: far below the background's noise, or where something clipped that
 */
record Spread(double median, double deviation, double least) {
    /** A Gaussian's standard deviation in units of its median absolute deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    /** A few dead pixels lie below; 3.3 deviations below the median where the noise is a Gaussian's. */
    private static final double LEAST_SHARE = 0.0005;

    private static final int TAIL_PERCENT = 5;
    private static final double HALF = 0.5;

    static Spread of(Distribution values) {
        double median = values.quantile(HALF);
        double distance = values.medianDistance(median);
        if (values.shareOfMedian() > HALF) {
            distance = Math.max(distance, meanDistance(values, median));
        }
        return new Spread(median, values.isFlat() ? 0 : MAD_TO_SIGMA * distance, values.quantile(LEAST_SHARE));
    }

    /** The means of the channels' figures. */
    static Spread mean(List<Spread> channels) {
        return new Spread(
                channels.stream().mapToDouble(Spread::median).average().orElse(0),
                channels.stream().mapToDouble(Spread::deviation).average().orElse(0),
                channels.stream().mapToDouble(Spread::least).average().orElse(0));
    }

    private static double meanDistance(Distribution values, double median) {
        double sum = 0;
        for (int percent = TAIL_PERCENT; percent <= 100 - TAIL_PERCENT; percent++) {
            sum += Math.abs(values.quantile(percent / 100.0) - median);
        }
        return sum / (101 - 2 * TAIL_PERCENT);
    }
}
