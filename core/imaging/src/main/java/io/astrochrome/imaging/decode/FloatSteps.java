package io.astrochrome.imaging.decode;

/**
 * How many floating-point values lie between the steps to which a range may be rounded: 1, 65535 and the powers of two
 * above 0, the powers of two below.
 */
final class FloatSteps {
    /** Values that pass 1 by less are of the range [0, 1] and went through an interpolation. */
    private static final float UNIT = 1.05f;

    private static final float SIXTEEN_BITS = 65535;

    /** Values beyond are no light but the marks of a broken pixel. */
    private static final float GREATEST = 1e15f;

    /** A few hot pixels do not set the range: as many values may lie beyond it. */
    private static final long VALUES_FOR_ONE_BEYOND = 20_000;

    private static final int LEAST_EXPONENT = Float.MIN_EXPONENT - 1;
    private static final int EXPONENTS = 64 - LEAST_EXPONENT;

    private long count;
    private long units;
    private long counts;
    private final long[] above = new long[EXPONENTS];
    private final long[] below = new long[EXPONENTS];

    void add(float[] values) {
        for (float value : values) {
            if (value >= 0) {
                if (value <= UNIT) {
                    units++;
                } else if (value <= SIXTEEN_BITS) {
                    counts++;
                } else if (value <= GREATEST) {
                    above[step(value)]++;
                }
            } else if (value >= -GREATEST) {
                below[step(-value)]++;
            }
        }
        count += values.length;
    }

    /** The least step below which all values lie but for a few. */
    double white() {
        long beyond = sum(above);
        if (counts + beyond <= allowed()) {
            return 1;
        }
        return beyond <= allowed() ? SIXTEEN_BITS : power(above);
    }

    /** 0, or the greatest step above which all values lie but for a few. */
    double black() {
        return sum(below) <= allowed() ? 0 : -power(below);
    }

    private double power(long[] steps) {
        long beyond = 0;
        int step = EXPONENTS - 1;
        while (step > 0 && beyond + steps[step] <= allowed()) {
            beyond += steps[step--];
        }
        return Math.scalb(1.0, step + LEAST_EXPONENT);
    }

    private long allowed() {
        return count / VALUES_FOR_ONE_BEYOND;
    }

    /** Which power of two is the least that is not less. */
    private static int step(float value) {
        int exponent = Math.getExponent(value);
        return (Math.scalb(1f, exponent) < value ? exponent + 1 : exponent) - LEAST_EXPONENT;
    }

    private static long sum(long[] steps) {
        long sum = 0;
        for (long each : steps) {
            sum += each;
        }
        return sum;
    }
}
