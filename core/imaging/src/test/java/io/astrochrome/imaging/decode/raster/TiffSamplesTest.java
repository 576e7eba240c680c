package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.RejectionReason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TiffSamplesTest {
    private static final int EXTRA_UNSPECIFIED = 0;
    private static final int EXTRA_ALPHA = 2;

    /** Byte orders, as JUnit takes them. */
    enum Order {
        LITTLE(ByteOrder.LITTLE_ENDIAN),
        BIG(ByteOrder.BIG_ENDIAN);

        private final ByteOrder bytes;

        Order(ByteOrder bytes) {
            this.bytes = bytes;
        }
    }

    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    /** A picture of 4 x 4 pixels: its colours rise to 60,000, and what lies beyond them is 100. */
    private static TiffFile sixteenBits(int colours, int samples) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * 16 * samples).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 16; i++) {
            for (int s = 0; s < samples; s++) {
                pixels.putShort((short) (s < colours ? 4000 * i - 100 * s * i : 100));
            }
        }
        return new TiffFile(ByteOrder.LITTLE_ENDIAN, 4, 4, samples, 16, 1, pixels.array())
                .with(TiffDirectory.PHOTOMETRIC, colours == 1 ? 1 : 2);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 4", "3, 5"})
    void takesNoSampleForAlphaThatDoesNotSayThatItIs(int colours, int samples) {
        assertColours(sixteenBits(colours, samples).bytes(), colours);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 4"})
    void takesNoSampleForAlphaWhoseKindIsUnspecified(int colours, int samples) {
        byte[] file = sixteenBits(colours, samples)
                .with(TiffDirectory.EXTRA_SAMPLES, EXTRA_UNSPECIFIED)
                .bytes();
        assertColours(file, colours);
    }

    private void assertColours(byte[] file, int colours) {
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.channels()).isEqualTo(colours);
        assertThat(frame.plane(0).get(15)).isEqualTo(60_000 / 65535f);
        assertThat(frame.plane(colours - 1).get(15)).isEqualTo((60_000 - 1500 * (colours - 1)) / 65535f);
    }

    @Test
    void refusesSamplesThatAreNeitherColoursNorSaidToBeExtra() {
        TiffFile file = sixteenBits(1, 3);
        assertThat(decoding.rejected(file.bytes()).message()).contains("3 samples a pixel where one is grey");
        file.with(TiffDirectory.EXTRA_SAMPLES, EXTRA_UNSPECIFIED);
        assertThat(decoding.rejected(file.bytes()).code()).isEqualTo(RejectionReason.LYING_HEADER);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "3, 4"})
    void multipliesByWhatSaysThatItIsAlpha(int colours, int samples) {
        byte[] file = sixteenBits(colours, samples)
                .with(TiffDirectory.EXTRA_SAMPLES, EXTRA_ALPHA)
                .bytes();
        assertThat(decoding.frame(file).plane(0).get(15)).isCloseTo(60_000f * 100 / 65535 / 65535, within(1e-4f));
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void readsIntegersOfThreeBytesInTheFilesOrder(Order order) {
        ByteBuffer pixels = ByteBuffer.allocate(3 * 16);
        for (int i = 0; i < 16; i++) {
            int value = 1_000_000 * i + i;
            for (int b = 0; b < 3; b++) {
                pixels.put((byte) (value >> (8 * (order == Order.LITTLE ? b : 2 - b))));
            }
        }
        byte[] file = new TiffFile(order.bytes, 4, 4, 1, 24, 1, pixels.array()).bytes();
        DecodedFrame frame = decoding.frame(file);
        double scale = frame.levels().white() - frame.levels().black();
        for (int i = 0; i < 16; i++) {
            assertThat(frame.plane(0).get(i) * scale + frame.levels().black()).isCloseTo(1_000_001.0 * i, within(2.0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1, 16, 4, CMYK",
        "8, 1, 16, 3, CIELAB",
        "32844, 1, 16, 1, LogL",
        "1, 5, 32, 1, complex numbers",
        "1, 6, 64, 1, complex numbers",
        "1, 1, 64, 1, 64-bit integers",
        "1, 2, 64, 1, 64-bit integers",
        "2, 3, 64, 4, 64-bit samples beside",
        "1, 3, 24, 1, 24-bit floats"
    })
    void saysWhatItIsThatIsNotRead(int photometric, int format, int bits, int samples, String what) {
        byte[] file = new TiffFile(
                        ByteOrder.LITTLE_ENDIAN, 4, 4, samples, bits, format, new byte[16 * samples * bits / 8])
                .with(TiffDirectory.PHOTOMETRIC, photometric)
                .bytes();
        assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.UNSUPPORTED);
        assertThat(decoding.rejected(file).message()).contains(what, "save it as");
    }

    @Test
    void takesSamplesOfNoDefinedKindForUnsigned() {
        byte[] file = sixteenBits(1, 1).with(TiffDirectory.SAMPLE_FORMAT, 4).bytes();
        assertThat(decoding.frame(file).plane(0).get(15)).isEqualTo(60_000 / 65535f);
    }
}
