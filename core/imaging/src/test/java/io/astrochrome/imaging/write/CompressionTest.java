package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.imaging.chroma.RgbStrip;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strips are read with the Java library's inflater, and unfiltered as the PNG specification has it. */
class CompressionTest {
    private static final byte[] LAST_BLOCK = {3, 0};
    private static final int FILTER_UP = 2;

    @ParameterizedTest(name = "level {0}, {1} x {2} px of noise: {3}")
    @CsvSource({
        "1, 40, 7, true",
        "1, 40, 7, false",
        "6, 40, 7, true",
        "9, 40, 7, false",
        "1, 1, 1, true",
        "6, 1, 1, false",
        "1, 700, 60, true",
        "9, 700, 60, true"
    })
    void aStripComesBackSampleBySample(int level, int width, int rows, boolean noise) throws DataFormatException {
        RgbStrip above = strip(width, 3, noise, 1);
        RgbStrip strip = strip(width, rows, noise, 2);
        assertComesBack(strip, null, DeflatedStrip.of(strip, null, level));
        assertComesBack(strip, above, DeflatedStrip.of(strip, above, level));
    }

    private static void assertComesBack(RgbStrip strip, RgbStrip above, DeflatedStrip deflated)
            throws DataFormatException {
        int rowBytes = 1 + 6 * strip.width();
        byte[] filtered = inflated(deflated.bytes(), rowBytes * strip.rows());
        assertThat(deflated.length()).isEqualTo(filtered.length);
        Adler32 adler = new Adler32();
        adler.update(filtered);
        assertThat(deflated.adler()).isEqualTo(adler.getValue());
        byte[] previous = above == null ? new byte[rowBytes] : bytes(above, above.rows() - 1);
        for (int y = 0; y < strip.rows(); y++) {
            assertThat(filtered[y * rowBytes]).isEqualTo((byte) FILTER_UP);
            byte[] row = new byte[rowBytes];
            for (int i = 1; i < rowBytes; i++) {
                row[i] = (byte) (filtered[y * rowBytes + i] + previous[i]);
            }
            assertThat(row).isEqualTo(bytes(strip, y));
            previous = row;
        }
    }

    /** A row as PNG stores it: a byte of the filter, and 16 bits of red, green and blue, the higher byte first. */
    private static byte[] bytes(RgbStrip strip, int y) {
        byte[] row = new byte[1 + 6 * strip.width()];
        for (int x = 0; x < strip.width(); x++) {
            short[] pixel = {
                strip.red()[y * strip.width() + x],
                strip.green()[y * strip.width() + x],
                strip.blue()[y * strip.width() + x]
            };
            for (int c = 0; c < 3; c++) {
                row[1 + 6 * x + 2 * c] = (byte) (pixel[c] >> 8);
                row[2 + 6 * x + 2 * c] = (byte) pixel[c];
            }
        }
        return row;
    }

    private static RgbStrip strip(int width, int rows, boolean noise, long seed) {
        Random random = new Random(seed);
        short[][] planes = new short[3][width * rows];
        for (short[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (short) (noise ? random.nextInt(65_536) : 40_000);
            }
        }
        return new RgbStrip(width, 0, rows, planes[0], planes[1], planes[2]);
    }

    @Property(tries = 100)
    void aCodeIsAPrefixCodeThatUsesAllOfItsRoom(@ForAll @IntRange(min = 2, max = 257) int symbols, @ForAll long seed) {
        int[] counts = counts(symbols, 12, seed);
        HuffmanCode code = HuffmanCode.of(counts);
        double room = 0;
        for (int symbol = 0; symbol < HuffmanCode.SYMBOLS; symbol++) {
            int length = code.lengths()[symbol];
            assertThat(length > 0).isEqualTo(counts[symbol] > 0);
            assertThat(length).isLessThanOrEqualTo(HuffmanCode.LONGEST);
            room += length > 0 ? Math.pow(2, -length) : 0;
            for (int other = 0; other < symbol; other++) {
                int shorter = Math.min(length, code.lengths()[other]);
                int mask = (1 << shorter) - 1;
                if (shorter > 0 && (code.codes()[symbol] & mask) == (code.codes()[other] & mask)) {
                    throw new AssertionError(other + " begins as " + symbol + " does");
                }
            }
        }
        assertThat(room).isEqualTo(1);
    }

    @Property(tries = 100)
    void aRarerSymbolHasNoShorterCode(@ForAll @IntRange(min = 2, max = 257) int symbols, @ForAll long seed) {
        int[] counts = counts(symbols, 3, seed);
        int[] lengths = HuffmanCode.of(counts).lengths();
        for (int one = 0; one < symbols; one++) {
            for (int other = 0; other < symbols; other++) {
                if (counts[one] < counts[other] && lengths[one] < lengths[other]) {
                    throw new AssertionError(one + " is rarer than " + other + " and has the shorter code");
                }
            }
        }
    }

    @Test
    void codesAreThoseOfTheStandardsExample() {
        // RFC 1951, section 3.2.2: ABCDEFGH with lengths 3, 3, 3, 3, 3, 2, 4, 4.
        int[] counts = new int[HuffmanCode.SYMBOLS];
        int[] likely = {10, 10, 10, 10, 10, 20, 5, 5};
        System.arraycopy(likely, 0, counts, 'A', likely.length);
        HuffmanCode code = HuffmanCode.of(counts);
        assertThat(Arrays.copyOfRange(code.lengths(), 'A', 'I')).containsExactly(3, 3, 3, 3, 3, 2, 4, 4);
        String[] published = {"010", "011", "100", "101", "110", "00", "1110", "1111"};
        for (int i = 0; i < published.length; i++) {
            int turned =
                    Integer.parseInt(new StringBuilder(published[i]).reverse().toString(), 2);
            assertThat(code.codes()['A' + i]).as(published[i]).isEqualTo(turned);
        }
    }

    @Test
    void oneSymbolIsNoCode() {
        int[] counts = new int[HuffmanCode.SYMBOLS];
        assertThatThrownBy(() -> HuffmanCode.of(counts)).hasMessageContaining("two symbols at least, not 0");
        counts[7] = 3;
        assertThatThrownBy(() -> HuffmanCode.of(counts)).hasMessageContaining("two symbols at least, not 1");
        counts[HuffmanCode.END_OF_BLOCK] = 1;
        assertThat(HuffmanCode.of(counts).lengths()[7]).isEqualTo(1);
    }

    /** Counts that differ by up to so many powers of e. */
    private static int[] counts(int symbols, double powers, long seed) {
        Random random = new Random(seed);
        int[] counts = new int[HuffmanCode.SYMBOLS];
        for (int i = 0; i < symbols; i++) {
            counts[i] = 1 + (int) Math.exp(powers * random.nextDouble());
        }
        return counts;
    }

    private static byte[] inflated(byte[] blocks, int length) throws DataFormatException {
        byte[] all = Arrays.copyOf(blocks, blocks.length + LAST_BLOCK.length);
        System.arraycopy(LAST_BLOCK, 0, all, blocks.length, LAST_BLOCK.length);
        Inflater inflater = new Inflater(/* nowrap= */ true);
        try {
            inflater.setInput(all);
            byte[] raw = new byte[length];
            assertThat(inflater.inflate(raw)).isEqualTo(length);
            assertThat(inflater.inflate(new byte[1])).isZero();
            assertThat(inflater.finished()).isTrue();
            return raw;
        } finally {
            inflater.end();
        }
    }
}
