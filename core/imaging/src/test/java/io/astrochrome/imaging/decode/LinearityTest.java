package io.astrochrome.imaging.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.raster.TiffFile;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say of their values, and what their values say. */
class LinearityTest {
    private static final int SIDE = 64;

    @TempDir
    Path folder;

    @Test
    void aLinearFrameUnderAColourProfileIsStretchedAndNotConverted() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        DecodedFrame frame = new Decoding(folder)
                .frame(new TiffFile(ByteOrder.LITTLE_ENDIAN, SIDE, SIDE, 1, 16, 1, sky(800, 50))
                        .profile(profile)
                        .bytes());
        assertThat(frame.linear()).isTrue();
        assertThat(frame.plane(0).distribution().quantile(0.5) * 65535).isBetween(790.0, 810.0);
    }

    @Test
    void aPictureUnderAColourProfileStaysOne() {
        DecodedFrame frame = new Decoding(folder)
                .frame(new TiffFile(ByteOrder.LITTLE_ENDIAN, SIDE, SIDE, 1, 16, 1, sky(9000, 900))
                        .profile(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData())
                        .bytes());
        assertThat(frame.linear()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AutoStretch: off", "Autostretch (shadows: -2.80)", "asinh transformation"})
    void valuesThatCannotHaveBeenStretchedGoBeforeAWordInHistory(String history) {
        DecodedFrame linear = new Decoding(folder)
                .frame(TestFits.of(counts(800, 50)).history(history).bytes());
        assertThat(linear.linear()).isTrue();
        DecodedFrame stretched = new Decoding(folder)
                .frame(TestFits.of(counts(9000, 2500))
                        .history("Autostretch (shadows: -2.80)")
                        .bytes());
        assertThat(stretched.linear()).isFalse();
    }

    @Test
    void aDarkFrameOfEightBitsIsLinear() {
        byte[][] dark = new byte[SIDE][SIDE];
        Random random = new Random(4);
        for (byte[] row : dark) {
            for (int x = 0; x < SIDE; x++) {
                row[x] = (byte) Math.round(4 + 0.6 * random.nextGaussian());
            }
        }
        assertThat(new Decoding(folder).frame(TestFits.of(dark).bytes()).linear())
                .isTrue();
    }

    @Test
    void negativeNumbersOfATiffAreKept() {
        ByteBuffer pixels = ByteBuffer.allocate(2 * SIDE * SIDE).order(ByteOrder.BIG_ENDIAN);
        Random random = new Random(4);
        for (int i = 0; i < SIDE * SIDE; i++) {
            pixels.putShort((short) Math.round(-6 + 16 * random.nextGaussian()));
        }
        DecodedFrame frame = new Decoding(folder)
                .frame(new TiffFile(ByteOrder.BIG_ENDIAN, SIDE, SIDE, 1, 16, 2, pixels.array()).bytes());
        double median = frame.plane(0).distribution().quantile(0.5);
        double range = frame.levels().white() - frame.levels().black();
        assertThat(frame.levels().black() + median * range).isBetween(-8.0, -4.0);
        assertThat(frame.plane(0).distribution().missingShare()).isZero();
    }

    private static short[][] counts(double median, double deviation) {
        short[][] rows = new short[SIDE][SIDE];
        ByteBuffer bytes = ByteBuffer.wrap(sky(median, deviation)).order(ByteOrder.LITTLE_ENDIAN);
        for (short[] row : rows) {
            for (int x = 0; x < SIDE; x++) {
                row[x] = bytes.getShort();
            }
        }
        return rows;
    }

    private static byte[] sky(double median, double deviation) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(4);
        for (int i = 0; i < SIDE * SIDE; i++) {
            double star = i % 411 == 0 ? 20_000 : 0;
            pixels.putShort((short) Math.max(0, median + star + deviation * random.nextGaussian()));
        }
        return pixels.array();
    }
}
