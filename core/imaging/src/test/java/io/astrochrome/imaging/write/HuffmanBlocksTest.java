package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HuffmanBlocksTest {
    /** The empty last block of a stream that is strung together of strips. */
    private static final byte[] LAST_BLOCK = {3, 0};

    @Property(tries = 300)
    void zlibReadsWhatIsWritten(@ForAll @Size(max = 3000) byte[] raw) throws DataFormatException {
        assertThat(inflated(HuffmanBlocks.of(raw))).isEqualTo(raw);
    }

    @Property(tries = 60)
    void noiseOfAnyStrengthComesBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400_000) int length)
            throws DataFormatException {
        Random random = new Random(seed);
        double strength = Math.exp(6 * random.nextDouble());
        byte[] raw = new byte[length];
        for (int i = 0; i < length; i++) {
            raw[i] = (byte) Math.round(strength * random.nextGaussian());
        }

        byte[] deflated = HuffmanBlocks.of(raw);

        assertThat(inflated(deflated)).isEqualTo(raw);
        assertThat(deflated.length).isLessThan(length + length / 100 + 200);
    }

    @Test
    void noCodeIsLongerThanItMayBeHoweverUnequalTheCounts() {
        int[] fibonacci = new int[HuffmanCode.SYMBOLS];
        fibonacci[0] = 1;
        fibonacci[1] = 1;
        for (int i = 2; i < 40; i++) {
            fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
        }

        HuffmanCode code = HuffmanCode.of(fibonacci);

        assertThat(Arrays.stream(code.lengths()).max()).hasValue(HuffmanCode.LONGEST);
        double kraft = Arrays.stream(code.lengths())
                .filter(length -> length > 0)
                .mapToDouble(length -> Math.pow(2, -length))
                .sum();
        assertThat(kraft).isEqualTo(1);
    }

    @Test
    void isNearlyAsShortAsTheCountsAllow() {
        byte[] raw = new byte[1 << 18];
        Random random = new Random(4);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) Math.round(6 * random.nextGaussian());
        }
        int[] counts = new int[256];
        for (byte value : raw) {
            counts[value & 0xff]++;
        }
        double entropyBits = Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> -count * Math.log((double) count / raw.length) / Math.log(2))
                .sum();

        assertThat(8.0 * HuffmanBlocks.of(raw).length).isBetween(entropyBits, 1.02 * entropyBits);
    }

    private static byte[] inflated(byte[] blocks) throws DataFormatException {
        byte[] all = Arrays.copyOf(blocks, blocks.length + LAST_BLOCK.length);
        System.arraycopy(LAST_BLOCK, 0, all, blocks.length, LAST_BLOCK.length);
        Inflater inflater = new Inflater(/* nowrap= */ true);
        try {
            inflater.setInput(all);
            byte[] raw = new byte[500_000];
            int length = inflater.inflate(raw);
            assertThat(inflater.finished()).isTrue();
            assertThat(inflater.getRemaining()).isZero();
            return Arrays.copyOf(raw, length);
        } finally {
            inflater.end();
        }
    }
}
