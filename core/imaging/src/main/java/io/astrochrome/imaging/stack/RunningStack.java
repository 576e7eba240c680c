package io.astrochrome.imaging.stack;

import io.astrochrome.imaging.linear.LinearPlane;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * The weighted mean of subs on one grid, without what belongs to single ones: satellites, cosmic rays, hot pixels, clouds'
 * edges. Each pixel keeps its three highest values and its lowest apart, with all others in a running mean and variance
 * (Welford 1962, West 1979); only when a picture is asked for are those apart held against the others. So the first subs can
 * be judged by later ones, memory does not grow with the night, and the order of the subs hardly matters. The same subs in
 * the same order give the same bits. Not thread-safe.
 */
public final class RunningStack {
    /** A value so many standard deviations off does not belong. */
    private static final double REJECTION = 4;

    /** The same for a value that leaves its place among those apart, and is never seen again. */
    private static final double FINAL_REJECTION = 5;

    /** With fewer values in the mean their own variance says nothing. */
    private static final int ENOUGH = 6;

    /** A variance without the extremes is too small; on few values it is so by about this. */
    private static final double TRIMMED = 1.5;

    /** Seeing and guiding make stars vary by about this part of their light. */
    private static final double VARIATION = 0.3;

    private static final int HIGHEST = 0;
    private static final int HIGH = 1;
    private static final int THIRD = 2;
    private static final int LOWEST = 3;
    private static final int APART = 4;

    /** What a stack's file begins with, its version among it. */
    private static final int MAGIC = 0x41435331; // ACS1

    private static final int BUFFER = 1 << 16;

    private static final long BYTES_OF_A_PIXEL = 3L * Float.BYTES + Short.BYTES + 4L * (Float.BYTES + Short.BYTES);

    private final int width;
    private final int height;
    private final float[] mean;
    private final float[] squares;
    private final float[] weight;
    private final short[] count;
    private final float[][] apart;
    private final short[][] apartSub;
    private float[] subWeights = new float[0];
    private float[] subNoises = new float[0];
    private int subs;

    /** An empty stack. */
    public RunningStack(int width, int height) {
        this.width = width;
        this.height = height;
        int pixels = width * height;
        mean = new float[pixels];
        squares = new float[pixels];
        weight = new float[pixels];
        count = new short[pixels];
        apart = new float[APART][pixels];
        apartSub = new short[APART][pixels];
        for (float[] values : apart) {
            Arrays.fill(values, Float.NaN);
        }
    }

    /** How many subs are in it. */
    public int subs() {
        return subs;
    }

    /** What it takes of memory. */
    public long bytes() {
        return bytes(width, height);
    }

    /** What a stack of that size takes of memory. */
    public static long bytes(int width, int height) {
        return BYTES_OF_A_PIXEL * width * height;
    }

    /** In px. */
    public int width() {
        return width;
    }

    /** In px. */
    public int height() {
        return height;
    }

    /** The noise of a pixel to be expected of the mean of all subs, in the values' units. */
    public double expectedNoise() {
        double weights = 0;
        double variance = 0;
        for (int i = 0; i < subs; i++) {
            weights += subWeights[i];
            variance += (double) subWeights[i] * subWeights[i] * subNoises[i] * subNoises[i];
        }
        return weights == 0 ? 0 : Math.sqrt(variance) / weights;
    }

    /**
     * Adds a sub.
     *
     * @param sampler reads it on the stack's grid
     * @param scaling brings it to the reference's scale
     * @param subWeight its weight; positive
     * @param noise the standard deviation of its pixels on the reference's scale
     */
    public void add(PoseSampler sampler, Scaling scaling, double subWeight, double noise) {
        if (subs >= Short.MAX_VALUE) {
            throw new IllegalStateException("a stack takes " + Short.MAX_VALUE + " subs");
        }
        if (!(subWeight > 0) || !(noise >= 0)) {
            throw new IllegalArgumentException(
                    "a sub needs a positive weight and a noise, not " + subWeight + " and " + noise);
        }
        subWeights = Arrays.copyOf(subWeights, subs + 1);
        subNoises = Arrays.copyOf(subNoises, subs + 1);
        subWeights[subs] = (float) subWeight;
        subNoises[subs] = (float) noise;
        short sub = (short) subs++;
        Bands.of(height).forEach((from, to) -> {
            float[] row = new float[width];
            for (int y = from; y < to; y++) {
                sampler.row(y, row);
                for (int x = 0; x < width; x++) {
                    if (!Float.isNaN(row[x])) {
                        add(y * width + x, (float) scaling.apply(row[x], x, y), sub);
                    }
                }
            }
        });
    }

    private void add(int i, float value, short sub) {
        float rest = value;
        short restSub = sub;
        for (int place = HIGHEST; place <= THIRD; place++) {
            if (Float.isNaN(apart[place][i]) || rest > apart[place][i]) {
                float before = apart[place][i];
                short beforeSub = apartSub[place][i];
                apart[place][i] = rest;
                apartSub[place][i] = restSub;
                rest = before;
                restSub = beforeSub;
                if (Float.isNaN(rest)) {
                    return;
                }
            }
        }
        if (Float.isNaN(apart[LOWEST][i]) || rest < apart[LOWEST][i]) {
            float before = apart[LOWEST][i];
            short beforeSub = apartSub[LOWEST][i];
            apart[LOWEST][i] = rest;
            apartSub[LOWEST][i] = restSub;
            rest = before;
            restSub = beforeSub;
            if (Float.isNaN(rest)) {
                return;
            }
        }
        include(i, rest, restSub);
    }

    private void include(int i, float value, short sub) {
        if (count[i] >= ENOUGH) {
            double variance = Math.max(squares[i] / weight[i] * TRIMMED, (double) subNoises[sub] * subNoises[sub]);
            double off = value - mean[i];
            if (off * off > FINAL_REJECTION * FINAL_REJECTION * variance) {
                return;
            }
        }
        float w = subWeights[sub];
        float all = weight[i] + w;
        float off = value - mean[i];
        mean[i] += w / all * off;
        squares[i] += w * off * (value - mean[i]);
        weight[i] = all;
        count[i]++;
    }

    /**
     * The stack as it is: not-a-number where no sub was.
     *
     * @param sky of the reference, above which light may vary
     */
    public LinearPlane mean(double sky) {
        float[] values = new float[width * height];
        Bands.of(height).forEach((from, to) -> {
            Pixel pixel = new Pixel(sky);
            for (int i = from * width; i < to * width; i++) {
                values[i] = pixel.of(i);
            }
        });
        return new LinearPlane(width, height, values);
    }

    /**
     * Writes all that it knows, some 38 bytes a pixel, so that {@link #read} goes on exactly where this one is.
     *
     * @throws IOException where the channel does not take it
     */
    public void write(WritableByteChannel into) throws IOException {
        StateWriter out = new StateWriter(into, BUFFER);
        out.put(MAGIC, width, height, subs);
        out.put(subWeights);
        out.put(subNoises);
        out.put(mean);
        out.put(squares);
        out.put(weight);
        out.put(count);
        for (int place = 0; place < APART; place++) {
            out.put(apart[place]);
            out.put(apartSub[place]);
        }
        out.flush();
    }

    /**
     * A stack that {@link #write} wrote.
     *
     * @throws IOException where it is none, or not whole
     */
    public static RunningStack read(ReadableByteChannel from) throws IOException {
        StateReader in = new StateReader(from, BUFFER);
        int magic = in.number();
        int width = in.number();
        int height = in.number();
        int subs = in.number();
        if (magic != MAGIC || width < 1 || height < 1 || subs < 0 || subs > Short.MAX_VALUE) {
            throw new IOException("it is no stack of this version");
        }
        RunningStack stack = new RunningStack(width, height);
        stack.subs = subs;
        stack.subWeights = new float[subs];
        stack.subNoises = new float[subs];
        in.get(stack.subWeights);
        in.get(stack.subNoises);
        in.get(stack.mean);
        in.get(stack.squares);
        in.get(stack.weight);
        in.get(stack.count);
        for (int place = 0; place < APART; place++) {
            in.get(stack.apart[place]);
            in.get(stack.apartSub[place]);
        }
        return stack;
    }

    /** How many subs saw each pixel, those whose value was left out included. */
    public short[] coverage() {
        short[] coverage = new short[count.length];
        for (int i = 0; i < coverage.length; i++) {
            int held = 0;
            for (float[] values : apart) {
                held += Float.isNaN(values[i]) ? 0 : 1;
            }
            coverage[i] = (short) (count[i] + held);
        }
        return coverage;
    }

    /** Judges the values of a pixel that are apart. */
    private final class Pixel {
        private final double sky;
        private double sum;
        private double weights;
        private double spread;
        private double values;

        Pixel(double sky) {
            this.sky = sky;
        }

        float of(int i) {
            if (Float.isNaN(apart[HIGHEST][i])) {
                return Float.NaN;
            }
            if (count[i] > 0) {
                sum = (double) mean[i] * weight[i];
                weights = weight[i];
                spread = squares[i];
                values = count[i];
                accept(i, THIRD);
                accept(i, LOWEST);
                accept(i, HIGH);
                accept(i, HIGHEST);
                return (float) (sum / weights);
            }
            // What falls onto a sensor is light: of an even number the lower middle one is believed.
            int held = Float.isNaN(apart[HIGH][i]) ? 1 : Float.isNaN(apart[THIRD][i]) ? 2 : 3;
            boolean four = !Float.isNaN(apart[LOWEST][i]);
            int middle = four ? THIRD : held / 2;
            begin(apart[middle][i], apartSub[middle][i]);
            if (four) {
                accept(i, LOWEST);
            }
            for (int place = held - 1; place >= 0; place--) {
                if (place != middle) {
                    accept(i, place);
                }
            }
            return (float) (sum / weights);
        }

        private void begin(float value, short sub) {
            weights = subWeights[sub];
            sum = value * weights;
            spread = 0;
            values = 1;
        }

        private void accept(int i, int place) {
            float value = apart[place][i];
            short sub = apartSub[place][i];
            double centre = sum / weights;
            double off = value - centre;
            double expected = subNoises[sub] * Math.sqrt(1 + 1 / values);
            double varies = VARIATION * Math.max(0, centre - sky) / REJECTION;
            double variance = expected * expected + varies * varies;
            if (values >= ENOUGH) {
                variance = Math.max(expected * expected, TRIMMED * spread / weights);
            }
            if (off * off <= REJECTION * REJECTION * variance) {
                double w = subWeights[sub];
                sum += w * value;
                weights += w;
                spread += w * off * (value - sum / weights);
                values++;
            }
        }
    }
}
