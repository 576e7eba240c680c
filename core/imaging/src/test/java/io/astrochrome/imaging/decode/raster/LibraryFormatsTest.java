package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.TestPictures;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRigAAABXRUJQVlA4TBsAAAAvD8ABEA8wZIM8KP8DjAeIBZP5S3emENH/yAEA",
                "UklGRmwAAABXRUJQVlA4WAoAAAAQAAAADwAABwAAQUxQSBMAAAABD/DA/4iIIBZM5i/dmUJE/0MHAFZQOCAyAAAAEAIAnQEqEAAIAACACCWg"
                        + "AnS6AfgB+gADyAD+54v//aPcG1DH/2j7/+90r0hqi/72SAA="
            })
    void layersATransparentWebpOnBlackBeItLosslessOrLossy(String base64) {
        DecodedFrame frame = decoding.frame(Base64.getDecoder().decode(base64));
        assertThat(frame.width()).isEqualTo(16);
        for (int c = 0; c < 3; c++) {
            int opaque = new int[] {200, 100, 40}[c] * 257;
            assertThat(sample(frame, c, 2)).isCloseTo(opaque, within(2500));
            assertThat(sample(frame, c, 13)).as("half transparent").isCloseTo(opaque * 128 / 255, within(2000));
        }
    }

    /** libwebp's; its tables of predictors are narrower than the distances that they are copied over. */
    @Test
    void readsALosslessWebpWhoseTablesAreNarrow() throws IOException {
        DecodedFrame frame;
        try (var in = Decoding.class.getResourceAsStream("webp-narrow-blocks.webp")) {
            frame = decoding.frame(in.readAllBytes());
        }
        assertThat(frame.width()).isEqualTo(94);
        assertThat(frame.height()).isEqualTo(176);
        int last = 94 * 176 - 1;
        assertThat(sample(frame, 0, last)).isCloseTo(27 * 257 * 128 / 255, within(257));
        assertThat(sample(frame, 1, last)).isCloseTo(23 * 257 * 128 / 255, within(257));
        assertThat(sample(frame, 2, last)).isCloseTo(19 * 257 * 128 / 255, within(257));
        assertThat(colour(frame, 10 * 94 + 10)).as("transparent").isEqualTo("0 0 0");
    }

    @Test
    void refusesAnAnimation() {
        byte[] file = ByteBuffer.allocate(30)
                .put("RIFF\26\0\0\0WEBPVP8X\n\0\0\0\2\0\0\0\17\0\0\7\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .array();
        assertThat(decoding.rejected(file))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(RejectionReason.UNSUPPORTED))
                .satisfies(rejected -> assertThat(rejected.message()).isEqualTo("test frame is an animation"));
    }

    @ParameterizedTest
    @CsvSource({"0, 255 0 0 255", "2, 255 0 0 255"})
    void readsPrintersColoursAsTheyPrint(int adobeTransform, String red) throws IOException {
        int[] inks =
                Arrays.stream(red.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        int[] stored = adobeTransform == 2 ? yccOf(inks) : inks;
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, stored);
        }
        byte[] file = withAdobe(TestPictures.rawJpeg(raster), adobeTransform);
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.channels()).isEqualTo(3);
        assertThat(sample(frame, 0, 40)).isGreaterThan(50_000);
        assertThat(sample(frame, 1, 40)).isLessThan(20_000);
        assertThat(sample(frame, 2, 40)).isLessThan(20_000);
    }

    /** The first three inks, turned round, as luma and chroma, as Adobe's transform 2 stores them. */
    private static int[] yccOf(int[] inks) {
        double red = 255.0 - inks[0];
        double green = 255.0 - inks[1];
        double blue = 255.0 - inks[2];
        double y = 0.299 * red + 0.587 * green + 0.114 * blue;
        return new int[] {
            (int) Math.round(y),
            (int) Math.round(128 + (blue - y) / 1.772),
            (int) Math.round(128 + (red - y) / 1.402),
            inks[3]
        };
    }

    /** Adobe's APP14, which says by its presence that inks are stored inverted. */
    private static byte[] withAdobe(byte[] jpeg, int transform) {
        ByteBuffer app14 = ByteBuffer.allocate(16);
        app14.putShort((short) 0xffee).putShort((short) 14).put("Adobe".getBytes(StandardCharsets.US_ASCII));
        app14.putShort((short) 100).putShort((short) 0).putShort((short) 0).put((byte) transform);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + app14.capacity());
        return file.put(jpeg, 0, 2)
                .put(app14.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
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
    void endsWhereATiffsDirectoriesLeadInACircle() {
        byte[] file = TestPictures.file(TestPictures.noise(BufferedImage.TYPE_BYTE_GRAY, 9, 9), "tiff");
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int directory = bytes.getInt(4);
        bytes.putInt(directory + 2 + 12 * bytes.getShort(directory), directory);
        assertThat(decoding.frame(file).width()).isEqualTo(9);
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
