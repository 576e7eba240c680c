package io.astrochrome.imaging.write;

import io.astrochrome.imaging.chroma.RgbStrip;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A strip of a PNG's samples, filtered and compressed on its own; it ends on a byte, so that strips can be strung together.
 *
 * @param bytes raw deflate
 * @param adler Adler-32 of what was compressed
 * @param length of what was compressed, in bytes
 */
record DeflatedStrip(byte[] bytes, long adler, long length) {
    private static final int BYTES_PER_PIXEL = 6;
    private static final int FILTER_UP = 2;
    private static final long ADLER_MODULUS = 65521;

    /** Compresses a strip; {@code above} is the one before it, or null at the top. */
    static DeflatedStrip of(RgbStrip strip, @Nullable RgbStrip above, int level) {
        byte[] filtered = filtered(strip, above);
        Adler32 adler = new Adler32();
        adler.update(filtered);
        byte[] bytes = level == 1 && isNoise(filtered) ? HuffmanBlocks.of(filtered) : deflated(filtered, level);
        return new DeflatedStrip(bytes, adler.getValue(), filtered.length);
    }

    /** Each row minus the row above it, byte by byte: stars are small, the sky changes slowly from row to row. */
    private static byte[] filtered(RgbStrip strip, @Nullable RgbStrip above) {
        int width = strip.width();
        byte[] filtered = new byte[Math.multiplyExact(1 + BYTES_PER_PIXEL * width, strip.rows())];
        short[][] samples = {strip.red(), strip.green(), strip.blue()};
        short[][] before = above == null
                ? new short[3][width]
                : new short[][] {
                    lastRow(above.red(), above), lastRow(above.green(), above), lastRow(above.blue(), above)
                };
        int rowBytes = 1 + BYTES_PER_PIXEL * width;
        for (int y = 0; y < strip.rows(); y++) {
            filtered[y * rowBytes] = FILTER_UP;
            for (int c = 0; c < 3; c++) {
                short[] up = y == 0 ? before[c] : samples[c];
                int upFrom = y == 0 ? 0 : (y - 1) * width;
                subtract(samples[c], y * width, up, upFrom, width, filtered, y * rowBytes + 1 + 2 * c);
            }
        }
        return filtered;
    }

    private static void subtract(short[] row, int from, short[] up, int upFrom, int width, byte[] to, int first) {
        int at = first;
        for (int x = 0; x < width; x++) {
            int value = row[from + x];
            int above = up[upFrom + x];
            to[at] = (byte) ((value >> 8) - (above >> 8));
            to[at + 1] = (byte) (value - above);
            at += BYTES_PER_PIXEL;
        }
    }

    private static short[] lastRow(short[] samples, RgbStrip strip) {
        int from = (strip.rows() - 1) * strip.width();
        return Arrays.copyOfRange(samples, from, from + strip.width());
    }

    /**
     * Sixteen bits of noise have hardly a repetition to find: at the fastest level only a strip that is mostly even is
     * searched for some.
     */
    private static boolean isNoise(byte[] filtered) {
        int zeros = 0;
        for (byte value : filtered) {
            zeros += value == 0 ? 1 : 0;
        }
        return 2L * zeros <= filtered.length;
    }

    private static byte[] deflated(byte[] raw, int level) {
        Deflater deflater = new Deflater(level, /* nowrap= */ true);
        try {
            deflater.setInput(raw);
            byte[] buffer = new byte[raw.length + raw.length / 1000 + 64];
            int length = 0;
            while (true) {
                int space = buffer.length - length;
                int written = deflater.deflate(buffer, length, space, Deflater.SYNC_FLUSH);
                length += written;
                if (deflater.needsInput() && written > 0 && written < space) {
                    return Arrays.copyOf(buffer, length);
                }
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
            }
        } finally {
            deflater.end();
        }
    }

    /** Adler-32 of everything before, whose sum is {@code before}, followed by this strip (RFC 1950). */
    long appendTo(long before) {
        long count = length % ADLER_MODULUS;
        long lowBefore = before & 0xffff;
        long low = (lowBefore + (adler & 0xffff) - 1 + ADLER_MODULUS) % ADLER_MODULUS;
        long high = ((before >>> 16) + (adler >>> 16) + count * (lowBefore + ADLER_MODULUS - 1)) % ADLER_MODULUS;
        return (high << 16) | low;
    }
}
