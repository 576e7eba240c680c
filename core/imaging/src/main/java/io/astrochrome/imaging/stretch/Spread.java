package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.Samples;
import java.util.List;

/**
 * Where a plane's values lie.
 *
 * @param median of the pixels that are not missing
 * @param deviation the median absolute deviation, scaled to a Gaussian's standard deviation; where more than half of the
 *     pixels are equal, the mean absolute one; 0 only where all are
 */
record Spread(double median, double deviation) {
    /** A Gaussian's standard deviation in units of its median absolute deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    static Spread of(Samples plane) {
        Quantiles quantiles = Quantiles.of(plane);
        double median = quantiles.at(0.5);
        double distance = quantiles.medianDistance(median);
        if (distance == 0) {
            distance = quantiles.meanDistance(median);
        }
        return new Spread(median, MAD_TO_SIGMA * distance);
    }

    /** The mean of the channels' medians and of their deviations. */
    static Spread mean(List<Spread> channels) {
        return new Spread(
                channels.stream().mapToDouble(Spread::median).average().orElse(0),
                channels.stream().mapToDouble(Spread::deviation).average().orElse(0));
    }
}
