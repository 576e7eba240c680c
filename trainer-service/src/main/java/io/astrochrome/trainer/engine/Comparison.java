package io.astrochrome.trainer.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Holds tensors that the engine gave against what they should be, and allows for the rounding of sums in single precision,
 * which grows with the root of the number of terms.
 *
 * @param seed of the places that are looked at
 */
record Comparison(long seed) {
    /** Elements at random places that are worked out anew, in each tensor. */
    private static final int SAMPLES = 64;

    /**
     * Times the standard error that summing in single precision has. oneDNN's fast kernels are within 3 of it in all that is
     * compared here, its plainest within 10; a wrong one is at thousands.
     */
    private static final double MARGIN = 32;

    private static final double SINGLE_ROUNDING = 0x1p-24;

    /** NVIDIA's tensor cores read TF32, with ten bits of mantissa. */
    private static final double GPU_ROUNDING = 0x1p-11;

    /** An element worked out anew. */
    @FunctionalInterface
    interface Element {
        /** Its value at those indices. */
        double at(long[] place);
    }

    /**
     * Whether elements at all corners and at random places are what they should be, and all are finite.
     *
     * @param found the tensor, of four sides
     * @param terms that an element is the sum of
     * @return what is wrong, or nothing
     */
    Optional<String> elements(String name, float[] found, long[] sides, int terms, Element expected) {
        if (!Double.isFinite(product(found, found))) {
            return Optional.of(name + " is not finite");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double worst = 0;
        double typical = 0;
        int corners = 1 << sides.length;
        for (int sample = 0; sample < corners + SAMPLES; sample++) {
            long[] place = new long[sides.length];
            int index = 0;
            for (int side = 0; side < sides.length; side++) {
                boolean last = (sample >> side & 1) == 1;
                long corner = last ? sides[side] - 1 : 0;
                place[side] = sample < corners ? corner : random.nextLong(sides[side]);
                index = Math.toIntExact(index * sides[side] + place[side]);
            }
            double right = expected.at(place);
            typical += right * right / (corners + SAMPLES);
            worst = Math.max(worst, Math.abs(found[index] - right));
        }
        double off = worst / Math.sqrt(typical);
        return off <= tolerance(terms) || worst == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s is off by %.2g of its size where rounding explains %.1g",
                        name,
                        off,
                        tolerance(terms)));
    }

    /**
     * Whether a whole tensor's product with another is what linearity demands: the sum of all elements' products.
     *
     * @param terms that an element is the sum of
     * @return what is wrong, or nothing
     */
    Optional<String> whole(String name, float[] found, float[] other, int terms, double expected) {
        double length = Math.sqrt(product(found, found) * product(other, other) / found.length);
        double off = Math.abs(product(found, other) - expected) / length;
        return off <= tolerance(terms)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s as a whole is off by %.2g of its size where rounding explains %.1g",
                        name,
                        off,
                        tolerance(terms)));
    }

    private static double inputRounding() {
        return Torch.instance().device().startsWith("cpu") ? SINGLE_ROUNDING : GPU_ROUNDING;
    }

    private static double tolerance(int terms) {
        return MARGIN * (inputRounding() + SINGLE_ROUNDING * Math.sqrt(terms));
    }

    static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
