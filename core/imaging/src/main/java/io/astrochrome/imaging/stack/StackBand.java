package io.astrochrome.imaging.stack;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some rows of a stack: for each pixel its three highest values and its lowest, and all others in a running mean and variance
 * (Welford 1962, West 1979). Not thread-safe.
 */
final class StackBand {
    /** What a pixel takes. */
    static final int BYTES_OF_A_PIXEL = 3 * Float.BYTES + Short.BYTES + 4 * (Float.BYTES + Short.BYTES);

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

    /** How many times as far as a value itself its distance from the mean of so many others spreads. */
    private static final double[] WIDER = IntStream.rangeClosed(0, Short.MAX_VALUE)
            .mapToDouble(others -> Math.sqrt(1 + 1.0 / others))
            .toArray();

    private static final int HIGHEST = 0;
    private static final int HIGH = 1;
    private static final int THIRD = 2;
    private static final int LOWEST = 3;
    private static final int APART = 4;

    private final float[] mean;
    private final float[] squares;
    private final float[] weight;
    /** Of those in the mean and those left out for good: where these are many, what is apart is held to a slightly narrower limit. */
    private final short[] count;

    private final float[][] apart;
    private final short[][] apartSub;

    /** A band of so many pixels that no sub has seen. */
    StackBand(int pixels) {
        mean = new float[pixels];
        squares = new float[pixels];
        weight = new float[pixels];
        count = new short[pixels];
        apart = new float[APART][pixels];
        apartSub = new short[APART][pixels];
        clear();
    }

    /** From now on no sub has seen it. */
    void clear() {
        Arrays.fill(mean, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(weight, 0);
        Arrays.fill(count, (short) 0);
        for (int place = 0; place < APART; place++) {
            Arrays.fill(apart[place], Float.NaN);
            Arrays.fill(apartSub[place], (short) 0);
        }
    }

    int pixels() {
        return mean.length;
    }

    /** Takes up what {@link #write} wrote of a band of as many pixels. */
    void read(ByteBuffer from) {
        get(from, mean);
        get(from, squares);
        get(from, weight);
        get(from, count);
        for (int place = 0; place < APART; place++) {
            get(from, apart[place]);
            get(from, apartSub[place]);
        }
    }

    /** Writes all that it knows, {@link #BYTES_OF_A_PIXEL} for each pixel. */
    void write(ByteBuffer into) {
        put(into, mean);
        put(into, squares);
        put(into, weight);
        put(into, count);
        for (int place = 0; place < APART; place++) {
            put(into, apart[place]);
            put(into, apartSub[place]);
        }
    }

    private static void get(ByteBuffer from, float[] values) {
        from.asFloatBuffer().get(values);
        from.position(from.position() + values.length * Float.BYTES);
    }

    private static void get(ByteBuffer from, short[] values) {
        from.asShortBuffer().get(values);
        from.position(from.position() + values.length * Short.BYTES);
    }

    private static void put(ByteBuffer into, float[] values) {
        into.asFloatBuffer().put(values);
        into.position(into.position() + values.length * Float.BYTES);
    }

    private static void put(ByteBuffer into, short[] values) {
        into.asShortBuffer().put(values);
        into.position(into.position() + values.length * Short.BYTES);
    }

    /**
     * Adds values of the sub of that number to a row of pixels, from that one on.
     *
     * @param row not-a-number where the sub has none
     * @param y the row on the stack's grid
     */
    void add(int at, float[] row, Scaling scaling, int y, short sub, SubWeights subs) {
        for (int x = 0; x < row.length; x++) {
            if (!Float.isNaN(row[x])) {
                add(at + x, (float) scaling.apply(row[x], x, y), sub, subs);
            }
        }
    }

    /** Most values of a deep stack are neither among the highest nor the lowest; comparisons with what is missing are false. */
    private void add(int i, float value, short sub, SubWeights subs) {
        if (value <= apart[THIRD][i] && value >= apart[LOWEST][i]) {
            include(i, value, sub, subs);
        } else {
            keepApart(i, value, sub, subs);
        }
    }

    private void keepApart(int i, float value, short sub, SubWeights subs) {
        float rest = value;
        short restSub = sub;
        for (int place = HIGHEST; place <= THIRD; place++) {
            if (!(rest <= apart[place][i])) {
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
        if (!(rest >= apart[LOWEST][i])) {
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
        include(i, rest, restSub, subs);
    }

    private void include(int i, float value, short sub, SubWeights subs) {
        float middle = mean[i];
        float all = weight[i];
        float off = value - middle;
        if (count[i] >= ENOUGH && isFarther(off, (double) subs.noise(sub) * subs.noise(sub))) {
            double variance = squares[i] / all * TRIMMED;
            if (isFarther(off, variance)) {
                count[i]++; // it was seen
                return;
            }
        }
        float w = subs.weight(sub);
        all += w;
        middle += w / all * off;
        mean[i] = middle;
        squares[i] += w * off * (value - middle);
        weight[i] = all;
        count[i]++;
    }

    private static boolean isFarther(double off, double variance) {
        return off * off > FINAL_REJECTION * FINAL_REJECTION * variance;
    }

    /** How many subs saw each pixel, those whose value was left out included. */
    void coverage(short[] into, int at) {
        for (int i = 0; i < count.length; i++) {
            int held = 0;
            for (float[] values : apart) {
                held += Float.isNaN(values[i]) ? 0 : 1;
            }
            into[at + i] = (short) (count[i] + held);
        }
    }

    /**
     * The mean of what belongs to each pixel; not-a-number where no sub was.
     *
     * @param sky of the reference, above which light may vary
     */
    void mean(double sky, SubWeights subs, float[] into, int at) {
        Pixel pixel = new Pixel(sky, subs);
        for (int i = 0; i < mean.length; i++) {
            into[at + i] = pixel.of(i);
        }
    }

    /** Judges the values of a pixel that are apart. */
    private final class Pixel {
        private final double sky;
        private final SubWeights subs;
        private double sum;
        private double weights;
        private double centre;
        private double spread;
        private int values;

        Pixel(double sky, SubWeights subs) {
            this.sky = sky;
            this.subs = subs;
        }

        float of(int i) {
            if (Float.isNaN(apart[HIGHEST][i])) {
                return Float.NaN;
            }
            if (count[i] > 0) {
                sum = (double) mean[i] * weight[i];
                weights = weight[i];
                centre = sum / weights;
                spread = squares[i];
                values = count[i];
                accept(i, THIRD);
                accept(i, LOWEST);
                accept(i, HIGH);
                accept(i, HIGHEST);
                return (float) centre;
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
            return (float) centre;
        }

        private void begin(float value, short sub) {
            weights = subs.weight(sub);
            sum = value * weights;
            centre = sum / weights;
            spread = 0;
            values = 1;
        }

        private void accept(int i, int place) {
            float value = apart[place][i];
            short sub = apartSub[place][i];
            double off = value - centre;
            double expected = subs.noise(sub) * WIDER[values];
            if (isWithin(off, expected * expected)) {
                double w = subs.weight(sub);
                sum += w * value;
                weights += w;
                centre = sum / weights;
                spread += w * off * (value - centre);
                values++;
            }
        }

        /** By what is expected, else by what the others show or, where they are few, by what a star may vary. */
        private boolean isWithin(double off, double expected) {
            double limit = off * off / (REJECTION * REJECTION);
            if (limit <= expected) {
                return true;
            }
            if (values >= ENOUGH) {
                return limit <= TRIMMED * spread / weights;
            }
            double varies = VARIATION * Math.max(0, centre - sky) / REJECTION;
            return limit <= expected + varies * varies;
        }
    }
}
