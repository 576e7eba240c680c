package io.astrochrome.imaging.color;

import java.util.Arrays;

/** Which source samples make each target sample along one axis, and with what weights; weights of a target add up to 1. */
final class Taps {
    private final int[] first;
    private final float[][] weights;

    private Taps(int[] first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    static Taps of(ResampleKernel kernel, int sourceLength, int targetLength) {
        return of(kernel, sourceLength, targetLength, 0, targetLength);
    }

    /** Those of {@code count} targets from {@code begin} on, numbered from 0: as {@link #of} would give them, and no others. */
    static Taps of(ResampleKernel kernel, int sourceLength, long targetLength, long begin, int count) {
        double step = (double) sourceLength / targetLength;
        double widening = Math.max(1, step);
        int[] first = new int[count];
        float[][] weights = new float[count][];
        for (int t = 0; t < count; t++) {
            double centre = (begin + t + 0.5) * step;
            int from = Math.max(0, (int) Math.floor(centre - kernel.radius() * widening));
            int to = Math.min(sourceLength, (int) Math.ceil(centre + kernel.radius() * widening));
            first[t] = from;
            weights[t] = kernel == ResampleKernel.AREA
                    ? overlaps(from, to, centre - widening / 2, centre + widening / 2)
                    : samples(kernel, from, to, centre, widening);
        }
        return new Taps(first, weights);
    }

    /** Shares of the source samples in an interval. */
    private static float[] overlaps(int from, int to, double begin, double end) {
        double[] shares = new double[to - from];
        for (int i = from; i < to; i++) {
            shares[i - from] = Math.max(0, Math.min(end, i + 1.0) - Math.max(begin, i));
        }
        return normalised(shares);
    }

    private static float[] samples(ResampleKernel kernel, int from, int to, double centre, double widening) {
        double[] values = new double[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = kernel.weight((i + 0.5 - centre) / widening);
        }
        return normalised(values);
    }

    private static float[] normalised(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        float[] weights = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            weights[i] = (float) (values[i] / sum);
        }
        return weights;
    }

    /** The same where the source begins at its sample {@code begin}. */
    Taps from(int begin) {
        return new Taps(Arrays.stream(first).map(sample -> sample - begin).toArray(), weights);
    }

    /** The first source sample of a target. */
    int first(int target) {
        return first[target];
    }

    /** The source sample after a target's last. */
    int end(int target) {
        return first[target] + weights[target].length;
    }

    float weight(int target, int source) {
        return weights[target][source - first[target]];
    }

    /** How many target samples one source sample has a part in, at most. */
    int mostTargetsOfOneSource() {
        int most = 1;
        int begin = 0;
        for (int t = 0; t < first.length; t++) {
            while (end(begin) <= first[t]) {
                begin++;
            }
            most = Math.max(most, t - begin + 1);
        }
        return most;
    }

    /** A whole row of target samples, to {@code offset} on. */
    void apply(float[] source, float[] target, int offset) {
        for (int t = 0; t < first.length; t++) {
            float[] w = weights[t];
            int from = first[t];
            float sum = 0;
            for (int i = 0; i < w.length; i++) {
                sum += w[i] * source[from + i];
            }
            target[offset + t] = sum;
        }
    }
}
