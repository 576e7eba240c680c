package io.astrochrome.trainer.augment;

/**
 * A shuffle of 0 to n-1 that is asked place by place, without a list: a Feistel network over the next power of four, walked
 * until it falls inside (Black and Rogaway 2002, "Ciphers with arbitrary finite domains").
 */
record Permutation(int size, long key) {
    private static final int ROUNDS = 6;

    int at(int position) {
        int halfBits = (Math.max(2, 32 - Integer.numberOfLeadingZeros(size - 1)) + 1) / 2;
        long value = position;
        do {
            value = shuffle(value, halfBits);
        } while (value >= size);
        return (int) value;
    }

    private long shuffle(long value, int halfBits) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (BatchSource.mix(key, right, round) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}
