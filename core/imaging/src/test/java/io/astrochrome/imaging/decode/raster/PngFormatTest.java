package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.TestPictures;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngFormatTest {
    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void givesTheSamplesThatWereWritten(int type) {
        BufferedImage image = TestPictures.noise(type, 37, 23);
        DecodedFrame frame = decoding.frame(TestPictures.file(image, "png"));
        int bits = image.getSampleModel().getSampleSize(0);
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                int written = image.getRaster().getSample(x, y, 0) * (65535 / ((1 << bits) - 1));
                assertThat(sample(frame, 0, y * 37 + x)).isEqualTo(written);
            }
        }
        assertThat(frame.width()).isEqualTo(37);
    }

    @Test
    void readsAPaletteAndWhatOfItIsTransparent() {
        byte[] file = new PngFile()
                .header(3, 1, 2, 3, false)
                .chunk("PLTE", new byte[] {0, 0, 0, (byte) 255, 0, 0, 0, (byte) 128, 0})
                .chunk("tRNS", new byte[] {(byte) 255, (byte) 128})
                .data((byte) 0, (byte) 0b00_01_10_00)
                .end();
        DecodedFrame frame = decoding.frame(file);
        assertThat(sample(frame, 0, 1)).as("half transparent on black").isEqualTo(128 * 257);
        assertThat(sample(frame, 1, 2)).isEqualTo(128 * 257);
    }

    @Test
    void compositesAlphaOnBlack() {
        byte[] file = new PngFile()
                .header(2, 1, 8, 4, false)
                .data((byte) 0, (byte) 200, (byte) 0, (byte) 100, (byte) 51)
                .end();
        DecodedFrame frame = decoding.frame(file);
        assertThat(sample(frame, 0, 0)).isZero();
        assertThat(sample(frame, 0, 1)).isEqualTo(20 * 257);
    }

    @Test
    void readsInterlacedPicturesToTheLastPass() {
        // Adam7 of 3 x 3: passes 1, 4, 5, 6, 7 have 1, 1, 2, 2 and 3 pixels.
        byte[] file = new PngFile()
                .header(3, 3, 8, 0, true)
                .data(new byte[] {0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6})
                .end();
        DecodedFrame frame = decoding.frame(file);
        for (int i = 0; i < 9; i++) {
            assertThat(sample(frame, 0, i)).isEqualTo((i + 1) * 257);
        }
    }

    @Test
    void undoesEveryFilter() {
        byte[] file = new PngFile()
                .header(2, 5, 8, 0, false)
                .data(new byte[] {0, 10, 20, 1, 10, 10, 2, 1, 1, 3, 6, 2, 4, 1, 1})
                .end();
        DecodedFrame frame = decoding.frame(file);
        int[] expected = {10, 20, 10, 20, 11, 21, 11, 18, 12, 19};
        for (int i = 0; i < expected.length; i++) {
            assertThat(sample(frame, 0, i)).as("sample %d", i).isEqualTo(expected[i] * 257);
        }
    }

    @Test
    void takesADarkNarrow16BitHistogramForLinearUnlessTheFileSaysHowItIsEncoded() {
        BufferedImage dark = TestPictures.noise(BufferedImage.TYPE_USHORT_GRAY, 20, 20);
        for (int i = 0; i < 400; i++) {
            dark.getRaster().setSample(i % 20, i / 20, 0, 1000 + i % 50);
        }
        assertThat(decoding.frame(TestPictures.file(dark, "png")).linear()).isTrue();
        assertThat(decoding.frame(TestPictures.file(TestPictures.noise(BufferedImage.TYPE_USHORT_GRAY, 20, 20), "png"))
                        .linear())
                .isFalse();
        byte[] encoded = new PngFile()
                .header(1, 1, 16, 0, false)
                .chunk("sRGB", new byte[1])
                .data((byte) 0, (byte) 3, (byte) 0)
                .end();
        assertThat(decoding.frame(encoded).linear()).isFalse();
    }

    @Test
    void bringsAnotherProfilesColoursToSrgb() {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profile.writeBytes("linear\0\0".getBytes(StandardCharsets.ISO_8859_1));
        profile.writeBytes(PngFile.deflated(
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData()));
        byte[] file = new PngFile()
                .header(2, 1, 8, 2, false)
                .chunk("iCCP", profile.toByteArray())
                .data((byte) 0, (byte) 55, (byte) 55, (byte) 55, (byte) 255, (byte) 0, (byte) 55)
                .end();
        DecodedFrame frame = decoding.frame(file);
        assertThat(sample(frame, 1, 0) / 257.0).as("linear 0.2157 encoded").isBetween(127.0, 129.5);
    }

    @Test
    void collapsesAGreyPictureThatIsStoredAsColour() {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, 0x808080);
        assertThat(decoding.frame(TestPictures.file(image, "png")).channels()).isEqualTo(1);
    }

    @Test
    void probesWithoutTheData() {
        byte[] file = new PngFile()
                .header(600, 500, 8, 2, false)
                .chunk("IDAT", new byte[9])
                .end();
        assertThat(decoding.probe(file))
                .isEqualTo(new Probed(MediaType.PNG, 600, 500, 3, Optional.empty(), Optional.empty()));
    }

    @Test
    void refusesABombByItsHeader() {
        byte[] bomb = new PngFile()
                .header(1 << 30, 1 << 30, 16, 6, false)
                .data(new byte[1 << 20])
                .end();
        assertThat(decoding.rejected(bomb).code()).isEqualTo(RejectionReason.TOO_MANY_PIXELS);
    }

    @Test
    void isNotImpressedByABombInAProfile() {
        ByteArrayOutputStream profile = new ByteArrayOutputStream();
        profile.writeBytes("bomb\0\0".getBytes(StandardCharsets.ISO_8859_1));
        profile.writeBytes(PngFile.deflated(new byte[200 << 20]));
        byte[] file = new PngFile()
                .header(1, 1, 8, 0, false)
                .chunk("iCCP", profile.toByteArray())
                .data((byte) 0, (byte) 9)
                .end();
        assertThat(decoding.frame(file).pixels()).isEqualTo(1);
    }

    @Test
    void refusesDataThatIsShorterThanItsPicture() {
        byte[] file =
                new PngFile().header(100, 100, 8, 0, false).data(new byte[500]).end();
        assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.TRUNCATED);
    }

    @Test
    void refusesAWrongChecksum() {
        byte[] file = TestPictures.file(TestPictures.noise(BufferedImage.TYPE_BYTE_GRAY, 40, 40), "png");
        file[file.length / 2] ^= 4;
        assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.DAMAGED);
    }

    private static int sample(DecodedFrame frame, int channel, int index) {
        return Short.toUnsignedInt(((UnsignedShortSamples) frame.plane(channel)).values()[index]);
    }
}
