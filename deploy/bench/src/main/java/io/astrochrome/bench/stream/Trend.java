package io.astrochrome.bench.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How something grows with time: the median slope between any two looks (Theil 1950; Sen 1968, Journal of the American Statistical
 * Association 63), of which single outliers do not take notice. Not thread-safe.
 */
final class Trend {
    private static final double SECONDS_AN_HOUR = 3600;

    private final List<double[]> looks = new ArrayList<>();

    /** A look at the value. */
    void at(double seconds, double value) {
        looks.add(new double[] {seconds, value});
    }

    /** What it grows by in an hour, over the later half of the time: until then things are still being begun. Not a number where there are too few looks. */
    double anHour() {
        if (looks.size() < 2) {
            return Double.NaN;
        }
        var middle = (looks.get(0)[0] + looks.get(looks.size() - 1)[0]) / 2;
        var later = looks.stream().filter(look -> look[0] >= middle).toList();
        var slopes = new double[later.size() * (later.size() - 1) / 2];
        var at = 0;
        for (var i = 0; i < later.size(); i++) {
            for (var j = 0; j < i; j++) {
                slopes[at++] = (later.get(i)[1] - later.get(j)[1]) / (later.get(i)[0] - later.get(j)[0]);
            }
        }
        Arrays.sort(slopes);
        return slopes.length == 0 ? Double.NaN : SECONDS_AN_HOUR * slopes[slopes.length / 2];
    }
}
