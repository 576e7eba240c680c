package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.TestPictures;
import io.astrochrome.imaging.decode.UnsignedShortSamples;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG, TIFF and WebP. */
class LibraryFormatsTest {
    /** A lossless picture of one pixel of #ff0000. */
    private static final byte[] RED_WEBP =
            Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA");

    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "LZW", "ZLib", "PackBits"})
    void readsTiffOf16BitsExactly(String compression) {
        BufferedImage image = TestPictures.noise(BufferedImage.TYPE_USHORT_GRAY, 61, 47);
        DecodedFrame frame = decoding.frame(TestPictures.file(image, "tiff", compression));
        assertThat(frame.mediaType()).isEqualTo(MediaType.TIFF);
        for (int i = 0; i < 61 * 47; i++) {
            assertThat(sample(frame, 0, i)).isEqualTo(image.getRaster().getSample(i % 61, i / 61, 0));
        }
    }

    @Test
    void readsTiffInColour() {
        DecodedFrame frame = decoding.frame(TestPictures.file(TestPictures.quarters(10, 10), "tiff"));
        assertThat(colour(frame, 0)).isEqualTo("65535 0 0");
        assertThat(colour(frame, 9)).isEqualTo("0 65535 0");
        assertThat(colour(frame, 90)).isEqualTo("0 0 65535");
    }

    @Test
    void readsJpegInColourAndGrey() {
        DecodedFrame frame = decoding.frame(TestPictures.file(TestPictures.quarters(64, 64), "jpeg"));
        assertThat(frame.channels()).isEqualTo(3);
        assertThat(sample(frame, 0, 64 * 8 + 8)).isGreaterThan(60_000);
        assertThat(sample(frame, 1, 64 * 8 + 8)).isLessThan(6_000);
        DecodedFrame grey =
                decoding.frame(TestPictures.file(TestPictures.noise(BufferedImage.TYPE_BYTE_GRAY, 64, 64), "jpeg"));
        assertThat(grey.channels()).isEqualTo(1);
        assertThat(grey.linear()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 64, 32, R G B W", "2, 64, 32, G R W B", "3, 64, 32, W B G R", "4, 64, 32, B W R G",
        "5, 32, 64, R B G W", "6, 32, 64, B R W G", "7, 32, 64, W G B R", "8, 32, 64, G W R B"
    })
    void turnsAPhotographUprightByItsExif(int orientation, int width, int height, String corners) {
        byte[] file = withExif(TestPictures.file(TestPictures.quarters(64, 32), "jpeg"), orientation);
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.width()).isEqualTo(width);
        assertThat(frame.height()).isEqualTo(height);
        assertThat(name(frame, 4, 4) + " " + name(frame, width - 5, 4) + " " + name(frame, 4, height - 5) + " "
                        + name(frame, width - 5, height - 5))
                .isEqualTo(corners);
        assertThat(decoding.probe(file))
                .isEqualTo(new Probed(MediaType.JPEG, width, height, 3, Optional.empty(), Optional.empty()));
    }

    @Test
    void readsWebp() {
        DecodedFrame frame = decoding.frame(RED_WEBP);
        assertThat(frame.mediaType()).isEqualTo(MediaType.WEBP);
        assertThat(colour(frame, 0)).isEqualTo("65535 0 0");
        assertThat(decoding.probe(RED_WEBP))
                .isEqualTo(new Probed(MediaType.WEBP, 1, 1, 3, Optional.empty(), Optional.empty()));
    }

    @Test
    void refusesATiffWhoseFieldClaimsMoreThanTheFile() {
        byte[] file = TestPictures.file(TestPictures.noise(BufferedImage.TYPE_BYTE_GRAY, 9, 9), "tiff");
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int directory = bytes.getInt(4);
        bytes.putInt(directory + 2 + 4, 0x7fffffff);
        assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.LYING_HEADER);
    }

    @Test
    void refusesATiffThatLeadsInACircle() {
        byte[] file = TestPictures.file(TestPictures.noise(BufferedImage.TYPE_BYTE_GRAY, 9, 9), "tiff");
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int directory = bytes.getInt(4);
        bytes.putInt(directory + 2 + 12 * bytes.getShort(directory), directory);
        assertThat(decoding.rejected(file).message()).contains("circle");
    }

    @Test
    void refusesAJpegBombByItsHeader() {
        byte[] file = TestPictures.file(TestPictures.quarters(16, 16), "jpeg");
        int frameHeader = find(file, 0xffc0);
        ByteBuffer.wrap(file).putShort(frameHeader + 5, (short) 65000).putShort(frameHeader + 7, (short) 65000);
        assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.TOO_MANY_PIXELS);
    }

    @Test
    void refusesAJpegOfEndlessScans() {
        byte[] file = TestPictures.file(TestPictures.quarters(16, 16), "jpeg");
        int scan = find(file, 0xffda);
        byte[] one = Arrays.copyOfRange(file, scan, file.length - 2);
        ByteBuffer bomb = ByteBuffer.allocate(file.length + 200 * one.length);
        bomb.put(file, 0, file.length - 2);
        for (int i = 0; i < 200; i++) {
            bomb.put(one);
        }
        bomb.putShort((short) 0xffd9);
        assertThat(decoding.rejected(bomb.array()).message()).contains("scans");
    }

    /** An APP1 segment with a little-endian TIFF of one field, the orientation. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
        exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1)).put(new byte[] {8, 0, 0, 0, 1, 0});
        exif.put(new byte[] {0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0});
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.capacity());
        return file.put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static int find(byte[] file, int marker) {
        for (int i = 0; i + 1 < file.length; i++) {
            if ((file[i] & 0xff) == marker >> 8 && (file[i + 1] & 0xff) == (marker & 0xff)) {
                return i;
            }
        }
        throw new AssertionError("no such marker");
    }

    private static String name(DecodedFrame frame, int x, int y) {
        String colour = "";
        for (int c = 0; c < 3; c++) {
            colour += sample(frame, c, y * frame.width() + x) > 32768 ? "1" : "0";
        }
        return switch (colour) {
            case "100" -> "R";
            case "010" -> "G";
            case "001" -> "B";
            case "111" -> "W";
            default -> colour;
        };
    }

    private static String colour(DecodedFrame frame, int index) {
        return sample(frame, 0, index) + " " + sample(frame, 1, index) + " " + sample(frame, 2, index);
    }

    private static int sample(DecodedFrame frame, int channel, int index) {
        return Short.toUnsignedInt(((UnsignedShortSamples) frame.plane(channel)).values()[index]);
    }
}
