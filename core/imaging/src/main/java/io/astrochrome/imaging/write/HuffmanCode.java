package io.astrochrome.imaging.write;

import java.util.Arrays;

/**
 * A prefix code for bytes and deflate's end-of-block symbol, shortest for given counts (Huffman 1952), canonical as RFC
 * 1951 wants it.
 *
 * @param lengths of each symbol's code in bits, 0 where it does not occur
 * @param codes as deflate sends them: the first bit is the lowest
 */
record HuffmanCode(int[] lengths, int[] codes) {
    /** The symbols: every byte, and the end of a block. */
    static final int SYMBOLS = 257;

    static final int END_OF_BLOCK = 256;

    /** One less than deflate allows, so that four codes and the rest of a byte fit into 64 bits. */
    static final int LONGEST = 14;

    /**
     * The code for symbols that occur so often.
     *
     * @param counts {@link #SYMBOLS} numbers, two at least above 0; their sum fits into an int
     */
    static HuffmanCode of(int[] counts) {
        int[] flattened = counts.clone();
        int[] lengths = lengths(flattened);
        while (Arrays.stream(lengths).max().orElse(0) > LONGEST) {
            // Rare symbols become less rare, which shortens their codes and costs next to nothing.
            for (int i = 0; i < SYMBOLS; i++) {
                flattened[i] = flattened[i] == 0 ? 0 : flattened[i] / 2 + 1;
            }
            lengths = lengths(flattened);
        }
        return new HuffmanCode(lengths, canonical(lengths));
    }

    /** Merges the two rarest again and again; a symbol's code is as long as it was merged often. */
    private static int[] lengths(int[] counts) {
        int[] leaves = rarestFirst(counts);
        int leaf = 0;
        int merged = 0;
        long[] weights = new long[2 * leaves.length];
        int[] parents = new int[2 * leaves.length];
        for (int i = 0; i < leaves.length; i++) {
            weights[i] = counts[leaves[i]];
        }
        int nodes = leaves.length;
        int root = 2 * leaves.length - 2;
        for (int next = nodes; next <= root; next++) {
            for (int half = 0; half < 2; half++) {
                boolean takeLeaf =
                        leaf < leaves.length && (nodes + merged >= next || weights[leaf] <= weights[nodes + merged]);
                int taken = takeLeaf ? leaf++ : nodes + merged++;
                weights[next] += weights[taken];
                parents[taken] = next;
            }
        }
        int[] depths = new int[root + 1];
        int[] lengths = new int[SYMBOLS];
        for (int node = root - 1; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node < nodes) {
                lengths[leaves[node]] = depths[node];
            }
        }
        return lengths;
    }

    private static int[] rarestFirst(int[] counts) {
        long[] order = new long[SYMBOLS];
        int used = 0;
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            if (counts[symbol] > 0) {
                order[used++] = ((long) counts[symbol] << 16) | symbol;
            }
        }
        if (used < 2) {
            throw new IllegalArgumentException("a code is of two symbols at least, not " + used);
        }
        Arrays.sort(order, 0, used);
        int[] symbols = new int[used];
        Arrays.setAll(symbols, i -> (int) (order[i] & 0xffff));
        return symbols;
    }

    /** RFC 1951, section 3.2.2, each code turned round. */
    private static int[] canonical(int[] lengths) {
        int[] ofLength = new int[LONGEST + 1];
        for (int length : lengths) {
            ofLength[length]++;
        }
        ofLength[0] = 0;
        int[] next = new int[LONGEST + 1];
        for (int length = 1; length <= LONGEST; length++) {
            next[length] = (next[length - 1] + ofLength[length - 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                codes[symbol] = Integer.reverse(next[lengths[symbol]]++) >>> (Integer.SIZE - lengths[symbol]);
            }
        }
        return codes;
    }
}
