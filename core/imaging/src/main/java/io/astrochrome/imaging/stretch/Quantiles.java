package io.astrochrome.imaging.stretch;

import io.astrochrome.imaging.decode.FloatSamples;
import io.astrochrome.imaging.decode.Samples;
import io.astrochrome.imaging.decode.UnsignedShortSamples;
import java.util.Arrays;

/** Order statistics of a plane without its pixels of 0, which are taken for missing. In [0, 1]. */
sealed interface Quantiles {
    /** A plane of more values is sampled evenly: the median's error is then far below one deviation's thousandth. */
    int MOST_SAMPLES = 1 << 22;

    /** As {@link #MOST_SAMPLES}, for values that must be sorted. */
    int MOST_SORTED = 1 << 18;

    /** How many pixels are not missing, of those looked at. */
    long count();

    /** The value below which that share of the pixels lies; 0 where all are missing. */
    double at(double share);

    /** The median of the distances from {@code centre}. */
    double medianDistance(double centre);

    /** The mean of the distances from {@code centre}. */
    double meanDistance(double centre);

    static Quantiles of(Samples samples) {
        if (samples instanceof UnsignedShortSamples shorts) {
            return Histogram.of(shorts.values());
        }
        return Sorted.of(((FloatSamples) samples).values());
    }

    /** Of 16-bit values, exact but for the sampling. */
    record Histogram(int[] bins, long count) implements Quantiles {
        static Histogram of(short[] values) {
            int[] bins = new int[UnsignedShortSamples.MAX + 1];
            int step = step(values.length, MOST_SAMPLES);
            for (int i = 0; i < values.length; i += step) {
                bins[values[i] & 0xffff]++;
            }
            int looked = (values.length + step - 1) / step;
            int count = looked - bins[0];
            bins[0] = 0;
            return new Histogram(bins, count);
        }

        @Override
        public double at(double share) {
            return quantile(bins, count, share) / (double) UnsignedShortSamples.MAX;
        }

        @Override
        public double medianDistance(double centre) {
            int middle = (int) Math.round(centre * UnsignedShortSamples.MAX);
            int[] distances = new int[bins.length];
            for (int value = 0; value < bins.length; value++) {
                distances[Math.abs(value - middle)] += bins[value];
            }
            return quantile(distances, count, 0.5) / (double) UnsignedShortSamples.MAX;
        }

        @Override
        public double meanDistance(double centre) {
            double sum = 0;
            for (int value = 0; value < bins.length; value++) {
                sum += bins[value] * Math.abs(value / (double) UnsignedShortSamples.MAX - centre);
            }
            return count == 0 ? 0 : sum / count;
        }

        private static int quantile(int[] bins, long count, double share) {
            long rank = (long) Math.floor(share * Math.max(0, count - 1));
            long seen = 0;
            for (int value = 0; value < bins.length; value++) {
                seen += bins[value];
                if (seen > rank) {
                    return value;
                }
            }
            return 0;
        }
    }

    /** Of floats, from an even sample. */
    record Sorted(float[] values) implements Quantiles {
        static Sorted of(float[] values) {
            int step = step(values.length, MOST_SORTED);
            float[] sample = new float[(values.length + step - 1) / step];
            int count = 0;
            for (int i = 0; i < values.length; i += step) {
                if (values[i] > 0) {
                    sample[count++] = values[i];
                }
            }
            float[] sorted = Arrays.copyOf(sample, count);
            Arrays.sort(sorted);
            return new Sorted(sorted);
        }

        @Override
        public long count() {
            return values.length;
        }

        @Override
        public double at(double share) {
            return values.length == 0 ? 0 : values[(int) Math.floor(share * (values.length - 1))];
        }

        @Override
        public double medianDistance(double centre) {
            float[] distances = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                distances[i] = (float) Math.abs(values[i] - centre);
            }
            Arrays.sort(distances);
            return new Sorted(distances).at(0.5);
        }

        @Override
        public double meanDistance(double centre) {
            double sum = 0;
            for (float value : values) {
                sum += Math.abs(value - centre);
            }
            return values.length == 0 ? 0 : sum / values.length;
        }
    }

    /** An odd step, so that a Bayer mosaic's or a sensor's even periods do not fall in with it. */
    private static int step(int length, int most) {
        int step = (length + most - 1) / most;
        return step <= 1 ? 1 : step | 1;
    }
}
