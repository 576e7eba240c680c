package io.astrochrome.bench.night;

import io.astrochrome.imaging.linear.LinearPlane;
import java.util.Arrays;

/** Figures of planes' differences. */
final class PlaneFigures {
    /** A Gaussian's standard deviation in units of its median absolute deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private PlaneFigures() {}

    /** The standard deviation of what is between two planes, by its median: few pixels that are far off do not count. */
    static double noise(LinearPlane one, LinearPlane other) {
        var differences = new double[one.values().length];
        var count = 0;
        for (var i = 0; i < differences.length; i++) {
            double difference = one.values()[i] - other.values()[i];
            if (!Double.isNaN(difference)) {
                differences[count++] = difference;
            }
        }
        var median = median(differences, count);
        for (var i = 0; i < count; i++) {
            differences[i] = Math.abs(differences[i] - median);
        }
        return MAD_TO_SIGMA * median(differences, count);
    }

    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        return values[count / 2];
    }
}
