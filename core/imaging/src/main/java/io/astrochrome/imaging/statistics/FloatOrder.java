package io.astrochrome.imaging.statistics;

import java.util.Arrays;

/**
 * The order of floats, as {@link Arrays#sort(float[])} has it, by their bits: digit after digit (radix sort), in a time that grows
 * with their number alone. Thread-safe.
 */
public final class FloatOrder {
    private static final int DIGITS = 256;
    private static final int DIGIT_BITS = 8;
    private static final int HALF_BITS = 16;

    /** Fewer are compared with each other. */
    private static final int FEW = 64;

    private FloatOrder() {}

    /** Sorts the first {@code count} values; not-a-number comes last. */
    public static void sort(float[] values, int count) {
        if (count < FEW) {
            Arrays.sort(values, 0, count);
            return;
        }
        int[] keys = new int[count];
        int[][] places = new int[Integer.SIZE / DIGIT_BITS][DIGITS];
        for (int i = 0; i < count; i++) {
            int key = key(values[i]);
            keys[i] = key;
            for (int[] place : places) {
                place[key & DIGITS - 1]++;
                key >>>= DIGIT_BITS;
            }
        }
        int[] sorted = new int[count];
        int shift = 0;
        for (int[] place : places) {
            if (place[keys[0] >>> shift & DIGITS - 1] < count) { // not all have the same digit
                sortBy(place, shift, keys, sorted);
                int[] before = keys;
                keys = sorted;
                sorted = before;
            }
            shift += DIGIT_BITS;
        }
        for (int i = 0; i < count; i++) {
            values[i] = value(keys[i]);
        }
    }

    private static void sortBy(int[] counts, int shift, int[] keys, int[] into) {
        int before = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            int count = counts[digit];
            counts[digit] = before;
            before += count;
        }
        for (int key : keys) {
            into[counts[key >>> shift & DIGITS - 1]++] = key;
        }
    }

    /** The value that would be in the middle if they were sorted, of an even number the upper one; they are not changed. */
    public static float median(float[] values) {
        int rank = values.length / 2;
        int[] counts = new int[1 << HALF_BITS];
        for (float value : values) {
            counts[key(value) >>> HALF_BITS]++;
        }
        int high = 0;
        while (rank >= counts[high]) {
            rank -= counts[high++];
        }
        Arrays.fill(counts, 0);
        for (float value : values) {
            int key = key(value);
            if (key >>> HALF_BITS == high) {
                counts[key & (1 << HALF_BITS) - 1]++;
            }
        }
        int low = 0;
        while (rank >= counts[low]) {
            rank -= counts[low++];
        }
        return value(high << HALF_BITS | low);
    }

    /** Unsigned keys have the order of the values. */
    private static int key(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ ((bits >> (Integer.SIZE - 1)) | Integer.MIN_VALUE);
    }

    private static float value(int key) {
        return Float.intBitsToFloat(key ^ ((~key >> (Integer.SIZE - 1)) | Integer.MIN_VALUE));
    }
}
