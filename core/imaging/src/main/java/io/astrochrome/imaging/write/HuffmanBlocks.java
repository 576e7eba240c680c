package io.astrochrome.imaging.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Deflate (RFC 1951) without a search for repetitions, as zlib's Z_HUFFMAN_ONLY, in a fifth of its time: for samples full
 * of noise, which have none. The result is blocks of which none is the last, and ends on a byte. Not thread-safe.
 */
final class HuffmanBlocks {
    /** Short enough that a code follows what changes down a picture, long enough that its own 140 bytes do not count. */
    private static final int BLOCK_BYTES = 1 << 17;

    private static final int HEADER_BYTES = 256;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Literal codes, no distance but the one that must be there, all code lengths (RFC 1951, section 3.2.7). */
    private static final int DYNAMIC_BLOCK = 2;

    private static final int CODE_LENGTH_CODES = 19;
    /** In the order of RFC 1951: 16, 17 and 18 repeat, which is not used; 0 to 15 get four bits each. */
    private static final int REPEATING_CODES = 3;

    private final byte[] raw;
    private byte[] out;
    private int at;
    private long bits;
    private int held;

    private HuffmanBlocks(byte[] raw) {
        this.raw = raw;
        this.out = new byte[raw.length + raw.length / 16 + 2 * HEADER_BYTES];
    }

    static byte[] of(byte[] raw) {
        return new HuffmanBlocks(raw).all();
    }

    private byte[] all() {
        for (int from = 0; from < raw.length; from += BLOCK_BYTES) {
            block(from, Math.min(raw.length, from + BLOCK_BYTES));
        }
        // An empty stored block ends on a byte, as zlib's Z_SYNC_FLUSH.
        put(0, 3);
        held = (held + 7) & ~7;
        flush();
        put(0xffff0000L, 32);
        flush();
        return Arrays.copyOf(out, at);
    }

    private void block(int from, int to) {
        HuffmanCode code = HuffmanCode.of(counts(from, to));
        int room = at + HEADER_BYTES + 2 * (to - from) + Long.BYTES;
        if (room > out.length) {
            out = Arrays.copyOf(out, Math.max(room, out.length + out.length / 2));
        }
        header(code);
        int[] table = new int[HuffmanCode.SYMBOLS];
        Arrays.setAll(table, symbol -> (code.codes()[symbol] << 4) | code.lengths()[symbol]);
        bytes(from, to, table);
        put(code.codes()[HuffmanCode.END_OF_BLOCK], code.lengths()[HuffmanCode.END_OF_BLOCK]);
        flush();
    }

    private int[] counts(int from, int to) {
        int[] even = new int[HuffmanCode.SYMBOLS];
        int[] odd = new int[HuffmanCode.SYMBOLS];
        int i = from;
        for (; i + 1 < to; i += 2) {
            even[raw[i] & 0xff]++;
            odd[raw[i + 1] & 0xff]++;
        }
        if (i < to) {
            even[raw[i] & 0xff]++;
        }
        for (int symbol = 0; symbol < even.length; symbol++) {
            even[symbol] += odd[symbol];
        }
        even[HuffmanCode.END_OF_BLOCK] = 1;
        return even;
    }

    private void header(HuffmanCode code) {
        put(DYNAMIC_BLOCK << 1, 3);
        put(0, 5);
        put(0, 5);
        put(CODE_LENGTH_CODES - 4, 4);
        flush();
        put(0, 3 * REPEATING_CODES);
        for (int i = REPEATING_CODES; i < CODE_LENGTH_CODES; i++) {
            put(4, 3);
            flush();
        }
        for (int length : code.lengths()) {
            put(Integer.reverse(length) >>> 28, 4);
            flush();
        }
        put(Integer.reverse(1) >>> 28, 4); // the distance code that must be there
        flush();
    }

    /** The one loop that counts: four codes of at most 14 bits and the bits of an unfinished byte are 63. */
    private void bytes(int from, int to, int[] table) {
        byte[] in = raw;
        byte[] result = out;
        long buffer = bits;
        int count = held;
        int position = at;
        int i = from;
        for (; i + 3 < to; i += 4) {
            int first = table[in[i] & 0xff];
            int second = table[in[i + 1] & 0xff];
            int third = table[in[i + 2] & 0xff];
            int fourth = table[in[i + 3] & 0xff];
            buffer |= (long) (first >>> 4) << count;
            count += first & 15;
            buffer |= (long) (second >>> 4) << count;
            count += second & 15;
            buffer |= (long) (third >>> 4) << count;
            count += third & 15;
            buffer |= (long) (fourth >>> 4) << count;
            count += fourth & 15;
            LONGS.set(result, position, buffer);
            position += count >>> 3;
            buffer >>>= count & ~7;
            count &= 7;
        }
        bits = buffer;
        held = count;
        at = position;
        for (; i < to; i++) {
            put(table[in[i] & 0xff] >>> 4, table[in[i] & 0xff] & 15);
            flush();
        }
    }

    private void put(long value, int length) {
        bits |= value << held;
        held += length;
    }

    /** Whole bytes go out. */
    private void flush() {
        LONGS.set(out, at, bits);
        at += held >>> 3;
        bits >>>= held & ~7;
        held &= 7;
    }
}
