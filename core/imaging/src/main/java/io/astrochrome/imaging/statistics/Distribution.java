package io.astrochrome.imaging.statistics;

import java.util.Arrays;

/**
 * Order statistics of a plane's values. Immutable.
 *
 * <p>A value that many pixels share stands for all around it up to halfway to the nearer one of its neighbours, and its pixels
 * are spread evenly over them: so quantiles have no steps, and the same scene has the same ones in 8 bits, in 16 and in
 * floating point. Not-a-number is not counted.
 *
 * <p>Pixels of exactly 0 are taken for missing, as Siril does, and do not count either; but for those of a background that
 * reaches 0, which are about as many as those of the next values, and as near to them as these to each other.
 */
public final class Distribution {
    /** What {@link #ofUnsigned} divides by. */
    private static final double UNSIGNED_MAX = 65535;

    /** A plane of more values is sampled evenly: the median's error is then about a thousandth of a deviation. */
    private static final int MOST_COUNTED = 1 << 20;

    /** As {@link #MOST_COUNTED}, for values that must be sorted. */
    private static final int MOST_SORTED = 1 << 18;

    /** Zeros up to so many times the most frequent of the next few values belong to the background. */
    private static final int USUAL_ZEROS = 3;

    /** Zeros that lie so many times further from the next value than this from those behind are apart. */
    private static final double USUAL_GAPS = 2;

    /** How many values above 0 tell what is usual. */
    private static final int NEXT_VALUES = 4;

    private static final int BISECTIONS = 60;
    private static final double LARGEST_SHARE = 0.5;

    private final double[] values;
    /** How many pixels have one of the values before; one longer than {@link #values}. */
    private final long[] before;

    private final long missing;

    private Distribution(double[] values, long[] before, long missing) {
        this.values = values;
        this.before = before;
        this.missing = missing;
    }

    /** Of unsigned 16-bit values, in units of 65535. */
    public static Distribution ofUnsigned(short[] plane) {
        int[] bins = new int[(int) UNSIGNED_MAX + 1];
        int step = step(plane.length, MOST_COUNTED);
        for (int i = 0; i < plane.length; i += step) {
            bins[plane[i] & 0xffff]++;
        }
        int distinct = 0;
        for (int bin : bins) {
            distinct += bin > 0 ? 1 : 0;
        }
        double[] values = new double[distinct];
        long[] counts = new long[distinct];
        int at = 0;
        for (int value = 0; value < bins.length; value++) {
            if (bins[value] > 0) {
                values[at] = value / UNSIGNED_MAX;
                counts[at++] = bins[value];
            }
        }
        return of(values, counts);
    }

    /** Of any values, from an even sample where they are many. */
    public static Distribution of(float[] plane) {
        int step = step(plane.length, MOST_SORTED);
        float[] sorted = new float[(plane.length + step - 1) / step];
        int count = 0;
        for (int i = 0; i < plane.length; i += step) {
            if (!Float.isNaN(plane[i])) {
                sorted[count++] = plane[i] + 0f; // no negative zero
            }
        }
        FloatOrder.sort(sorted, count);
        double[] values = new double[count];
        long[] counts = new long[count];
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || sorted[i] != values[distinct - 1]) {
                values[distinct++] = sorted[i];
            }
            counts[distinct - 1]++;
        }
        return of(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct));
    }

    private static Distribution of(double[] values, long[] counts) {
        int zero = Arrays.binarySearch(values, 0);
        boolean skips = zero >= 0 && (counts[zero] > USUAL_ZEROS * usual(counts, zero) || isApart(values, zero));
        double[] kept = new double[values.length - (skips ? 1 : 0)];
        long[] before = new long[kept.length + 1];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (!skips || i != zero) {
                kept[at] = values[i];
                before[at + 1] = before[at] + counts[i];
                at++;
            }
        }
        return new Distribution(kept, before, skips ? counts[zero] : 0);
    }

    private static boolean isApart(double[] values, int zero) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = zero + 2; i < Math.min(values.length, zero + 2 + NEXT_VALUES); i++) {
            nearest = Math.min(nearest, values[i] - values[i - 1]);
        }
        return zero + 1 < values.length && values[zero + 1] > USUAL_GAPS * nearest;
    }

    private static long usual(long[] counts, int zero) {
        long most = 0;
        for (int i = zero + 1; i < Math.min(counts.length, zero + 1 + NEXT_VALUES); i++) {
            most = Math.max(most, counts[i]);
        }
        return most;
    }

    /** How many pixels are not missing, of those looked at. */
    public long count() {
        return before[values.length];
    }

    /** The share of those looked at that are missing; 1 where there is none at all. */
    public double missingShare() {
        return count() == 0 ? 1 : missing / (double) (missing + count());
    }

    /** Whether all pixels that are not missing have one value, or all are missing. */
    public boolean isFlat() {
        return values.length < 2;
    }

    /** The value below which that share of the pixels lies; 0 where all are missing. */
    public double quantile(double share) {
        if (values.length == 0) {
            return 0;
        }
        double rank = Math.max(0, Math.min(1, share)) * count();
        int at = index(rank);
        double inside = (rank - before[at]) / (before[at + 1] - before[at]);
        return values[at] + (2 * inside - 1) * reach(at);
    }

    /** As {@link #quantile}, but a value that a pixel has. */
    public double value(double share) {
        return values.length == 0 ? 0 : values[index(Math.max(0, Math.min(1, share)) * count())];
    }

    /** The share of the pixels that lie below; 0 where all are missing. */
    public double shareBelow(double value) {
        int at = Arrays.binarySearch(values, value);
        at = at >= 0 ? at : -at - 1;
        double pixels = values.length == 0 ? 0 : before[at];
        for (int near = Math.max(0, at - 1); near < Math.min(values.length, at + 1); near++) {
            // Halves of the values before and behind reach over, and nothing further does.
            double share = Math.max(0, Math.min(1, (value - values[near] + reach(near)) / (2 * reach(near))));
            double whole = before[near + 1] - before[near];
            pixels += near < at ? (share - 1) * whole : share * whole;
        }
        return values.length == 0 ? 0 : pixels / count();
    }

    /** The median of the distances from {@code centre}. */
    public double medianDistance(double centre) {
        if (isFlat()) {
            return values.length == 0 ? 0 : Math.abs(values[0] - centre);
        }
        double low = 0;
        double high =
                Math.max(values[values.length - 1] + reach(values.length - 1) - centre, centre - values[0] + reach(0));
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (shareBelow(centre + middle) - shareBelow(centre - middle) < LARGEST_SHARE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The least value that a pixel has above that one; itself where it is the greatest. */
    public double above(double value) {
        int at = Arrays.binarySearch(values, value);
        int next = at >= 0 ? at + 1 : -at - 1;
        return next < values.length ? values[next] : value;
    }

    /** The share of the pixels that have the very value which the median is nearest to. */
    public double shareOfMedian() {
        if (values.length == 0) {
            return 0;
        }
        int at = index(LARGEST_SHARE * count());
        return (before[at + 1] - before[at]) / (double) count();
    }

    /** How far the pixels of a value are spread to both sides. */
    private double reach(int index) {
        double up = index + 1 < values.length ? values[index + 1] - values[index] : Double.POSITIVE_INFINITY;
        double down = index > 0 ? values[index] - values[index - 1] : up;
        double near = Math.min(up, down);
        return Double.isInfinite(near) ? Double.MIN_NORMAL : near / 2;
    }

    /** The value that the pixel of that rank has. */
    private int index(double rank) {
        int low = 0;
        int high = values.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (before[middle] <= rank) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** An odd step, so that a Bayer mosaic's or a sensor's even periods do not fall in with it. */
    private static int step(int length, int most) {
        int step = (length + most - 1) / most;
        return step <= 1 ? 1 : step | 1;
    }
}
