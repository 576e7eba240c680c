package io.astrochrome.imaging.decode.raster;

import io.astrochrome.imaging.decode.Samples;
import java.util.List;

/**
 * Tells a linear frame of the sky by its histogram: the background is a narrow peak close to black, and nearly everything
 * lies in it. A stretched picture's nebula or noise reaches far beyond, and a clipped sky has a median of 0.
 */
final class LinearHistogram {
    /** A linear frame's background lies below; a stretched one's is made to lie about 0.1 to 0.25. */
    static final double HIGHEST_MEDIAN = 0.08;

    /** 95 of 100 pixels of a linear frame lie below. */
    static final double HIGHEST_BULK = 0.12;

    private static final int BINS = 4096;
    private static final double BULK = 0.95;
    private static final int MOST_SAMPLES = 1 << 20;

    private LinearHistogram() {}

    /** Whether every plane is linear by its histogram. */
    static boolean of(List<Samples> planes) {
        return planes.stream().allMatch(LinearHistogram::of);
    }

    private static boolean of(Samples plane) {
        int[] bins = new int[BINS + 1];
        int step = plane.length() / MOST_SAMPLES + 1;
        int count = 0;
        for (int i = 0; i < plane.length(); i += step) {
            bins[(int) (plane.get(i) * BINS)]++;
            count++;
        }
        double median = quantile(bins, count, 0.5);
        return median <= HIGHEST_MEDIAN && quantile(bins, count, BULK) <= HIGHEST_BULK;
    }

    private static double quantile(int[] bins, int count, double share) {
        long seen = 0;
        for (int bin = 0; bin <= BINS; bin++) {
            seen += bins[bin];
            if (seen >= share * count) {
                return bin / (double) BINS;
            }
        }
        return 1;
    }
}
