package io.astrochrome.imaging.quality;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How light a picture is and what its background is like: what drift is seen in. The background is the median, as stretches
 * take it, since most of a frame is sky; its spread is the median absolute deviation. All on L* in [0, 100].
 *
 * @param mean of L*
 * @param deviation standard deviation of L*
 * @param background median of L*
 * @param backgroundSpread median of the distances from the median
 */
public record LightnessStatistics(double mean, double deviation, double background, double backgroundSpread) {
    private static final String MEAN = "lightnessMean";
    private static final String DEVIATION = "lightnessDeviation";
    private static final String BACKGROUND = "background";
    private static final String BACKGROUND_SPREAD = "backgroundSpread";
    private static final int BINS_PER_UNIT = 10;
    private static final int BINS = 100 * BINS_PER_UNIT + 1;

    /**
     * Those of one picture; medians to a tenth of a unit.
     *
     * @param lStar L*, at least one value; what is outside [0, 100] counts as the nearest that is not
     */
    public static LightnessStatistics of(float[] lStar) {
        if (lStar.length == 0) {
            throw new IllegalArgumentException("a picture has at least one pixel");
        }
        double sum = 0;
        double squares = 0;
        int[] histogram = new int[BINS];
        for (float value : lStar) {
            double l = Math.min(100, Math.max(0, value));
            sum += l;
            squares += l * l;
            histogram[(int) Math.round(l * BINS_PER_UNIT)]++;
        }
        double mean = sum / lStar.length;
        int median = median(histogram, lStar.length);
        int[] distances = new int[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            distances[Math.abs(bin - median)] += histogram[bin];
        }
        return new LightnessStatistics(
                mean,
                Math.sqrt(Math.max(0, squares / lStar.length - mean * mean)),
                median / (double) BINS_PER_UNIT,
                median(distances, lStar.length) / (double) BINS_PER_UNIT);
    }

    private static int median(int[] histogram, int count) {
        int bin = 0;
        for (int seen = histogram[0]; 2L * seen < count; seen += histogram[bin]) {
            bin++;
        }
        return bin;
    }

    /** The mean of several pictures' statistics; at least one. */
    public static LightnessStatistics mean(Iterable<LightnessStatistics> pictures) {
        double[] sums = new double[4];
        int count = 0;
        for (LightnessStatistics picture : pictures) {
            sums[0] += picture.mean;
            sums[1] += picture.deviation;
            sums[2] += picture.background;
            sums[3] += picture.backgroundSpread;
            count++;
        }
        if (count == 0) {
            throw new IllegalArgumentException("a mean needs at least one picture");
        }
        int n = count;
        double[] means = Arrays.stream(sums).map(sum -> sum / n).toArray();
        return new LightnessStatistics(means[0], means[1], means[2], means[3]);
    }

    /** The values by the names that events use. */
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put(MEAN, mean);
        named.put(DEVIATION, deviation);
        named.put(BACKGROUND, background);
        named.put(BACKGROUND_SPREAD, backgroundSpread);
        return named;
    }

    /** Whether those are the names of a picture's statistics, all of them. */
    public static boolean isNamedIn(Map<String, Double> named) {
        return named.keySet()
                .containsAll(new LightnessStatistics(0, 0, 0, 0).named().keySet());
    }

    /**
     * The values back from their names.
     *
     * @throws IllegalArgumentException where one is missing
     */
    public static LightnessStatistics ofNamed(Map<String, Double> named) {
        if (!isNamedIn(named)) {
            throw new IllegalArgumentException("statistics of lightness have "
                    + new LightnessStatistics(0, 0, 0, 0).named().keySet() + ", not " + named.keySet());
        }
        return new LightnessStatistics(
                value(named, MEAN), value(named, DEVIATION), value(named, BACKGROUND), value(named, BACKGROUND_SPREAD));
    }

    private static double value(Map<String, Double> named, String name) {
        return Objects.requireNonNull(named.get(name));
    }
}
