package io.astrochrome.imaging.decode.xisf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XisfFormatTest {
    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zlib", "zlib+sh", "lz4", "lz4+sh", "lz4hc", "lz4hc+sh", "zstd", "zstd+sh"})
    void readsEveryCompressionToTheSamePixels(String codec) {
        DecodedFrame frame = decoding.frame(
                XisfFile.uint16(40, 30, i -> i * 11).compressed(codec).bytes());
        short[] values = ((UnsignedShortSamples) frame.plane(0)).values();
        for (int i = 0; i < values.length; i++) {
            assertThat(Short.toUnsignedInt(values[i])).isEqualTo(i * 11);
        }
        assertThat(frame.mediaType()).isEqualTo(MediaType.XISF);
        assertThat(frame.linear()).isTrue();
    }

    @Test
    void readsBlocksThatWereCompressedInPieces() {
        DecodedFrame frame = decoding.frame(XisfFile.uint16(40, 30, i -> i * 11)
                .compressed("zlib")
                .inPieces(700)
                .bytes());
        assertThat(frame.plane(0).get(40 * 30 - 1)).isEqualTo((40 * 30 - 1) * 11 / 65535f);
    }

    @Test
    void readsBytesAndWideIntegers() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {0, (byte) 255});
        DecodedFrame small = decoding.frame(new XisfFile("2:1:1", "UInt8", bytes.array()).bytes());
        assertThat(small.plane(0).get(1)).isEqualTo(1f);
        assertThat(small.linear()).isFalse();
        byte[] wide = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(-1)
                .array();
        DecodedFrame ints = decoding.frame(new XisfFile("2:1:1", "UInt32", wide).bytes());
        assertThat(((FloatSamples) ints.plane(0)).values()).containsExactly(0f, 1f);
        assertThat(ints.levels()).isEqualTo(new SampleLevels(0, 4294967295.0));
    }

    @Test
    void readsFloatsByTheirBounds() {
        byte[] floats = ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(10)
                .putFloat(15)
                .putFloat(Float.NaN)
                .array();
        DecodedFrame frame = decoding.frame(
                new XisfFile("3:1:1", "Float32", floats).with("bounds", "10:20").bytes());
        assertThat(((FloatSamples) frame.plane(0)).values()).containsExactly(0f, 0.5f, 0f);
        byte[] doubles = ByteBuffer.allocate(8)
                .order(ByteOrder.BIG_ENDIAN)
                .putDouble(0.25)
                .array();
        DecodedFrame big = decoding.frame(new XisfFile("1:1:1", "Float64", doubles)
                .with("byteOrder", "big")
                .bytes());
        assertThat(big.plane(0).get(0)).isEqualTo(0.25f);
    }

    @Test
    void readsColourInPlanesAndByPixel() {
        DecodedFrame planar = decoding.frame(new XisfFile("2:1:3", "UInt8", new byte[] {1, 2, 3, 4, 5, 6})
                .with("colorSpace", "RGB")
                .bytes());
        assertThat(planar.plane(2).get(0)).isEqualTo(5 / 255f);
        DecodedFrame normal = decoding.frame(new XisfFile("2:1:3", "UInt8", new byte[] {1, 2, 3, 4, 5, 6})
                .with("colorSpace", "RGB")
                .with("pixelStorage", "Normal")
                .bytes());
        assertThat(normal.plane(2).get(0)).isEqualTo(3 / 255f);
    }

    @Test
    void keepsFitsKeywordsAsCards() {
        byte[] file = XisfFile.uint16(4, 4, i -> i)
                .containing("<FITSKeyword name=\"OBJECT\" value=\"'M 42'\" comment=\"target\"/>"
                        + "<FITSKeyword name=\"EXPTIME\" value=\"300.\" comment=\"s\"/>"
                        + "<Property id=\"Observation:Time:Start\" type=\"TimePoint\" value=\"2026-01-02T03:04:05Z\"/>")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.object()).contains("M 42");
        assertThat(frame.exposedAt().map(Object::toString)).isEqualTo(Optional.of("2026-01-02T03:04:05Z"));
        assertThat(frame.fitsCards())
                .allMatch(card -> card.length() == 80)
                .anyMatch(card -> card.startsWith("EXPTIME"));
    }

    @Test
    void believesPixInsightsHistory() {
        byte[] file = XisfFile.uint16(4, 4, i -> 4000 * i)
                .containing("<FITSKeyword name=\"HISTORY\" value=\"\" comment=\"HistogramTransformation.mc: 0.01\"/>")
                .bytes();
        assertThat(decoding.frame(file).linear()).isFalse();
    }

    @Test
    void debayersByItsColourFilterArray() {
        byte[] file = XisfFile.uint16(6, 6, i -> 1000)
                .containing("<ColorFilterArray pattern=\"GBRG\" width=\"2\" height=\"2\"/>")
                .bytes();
        assertThat(decoding.probe(file))
                .isEqualTo(new Probed(MediaType.XISF, 6, 6, 3, Optional.empty(), Optional.empty()));
        assertThat(decoding.frame(file).channels())
                .as("a flat grey mosaic is grey")
                .isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        byte[] lie =
                XisfFile.uint16(40, 30, i -> i).with("geometry", "900:30:1").bytes();
        assertThat(decoding.rejected(lie).code()).isEqualTo(RejectionReason.LYING_HEADER);
        byte[] bomb = XisfFile.uint16(40, 30, i -> i)
                .with("geometry", "4000000:3000000:1")
                .bytes();
        assertThat(decoding.rejected(bomb).code()).isEqualTo(RejectionReason.TOO_MANY_PIXELS);
        byte[] elsewhere = XisfFile.uint16(4, 4, i -> i)
                .with("location", "url(file:///etc/passwd)")
                .bytes();
        assertThat(decoding.rejected(elsewhere).code()).isEqualTo(RejectionReason.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 80, 3000})
    void passesNulBytesBehindTheXml(int nulBytes) {
        byte[] file =
                XisfFile.uint16(4, 4, i -> 1000 * i).filledUpWith(nulBytes).bytes();
        assertThat(decoding.frame(file).plane(0).get(3)).isEqualTo(3000 / 65535f);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1 2 3 4 5 6", "flip, 3 2 1 6 5 4", "180, 6 5 4 3 2 1", "180;flip, 4 5 6 1 2 3",
        "90, 3 6 2 5 1 4", "-90, 4 1 5 2 6 3", "90;flip, 6 3 5 2 4 1", "-90;flip, 1 4 2 5 3 6"
    })
    void turnsThePictureByItsOrientation(String orientation, String upright) {
        byte[] file = XisfFile.uint16(3, 2, i -> i + 1)
                .with("orientation", orientation)
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        boolean turned = orientation.contains("90");
        assertThat(frame.width()).isEqualTo(turned ? 2 : 3);
        assertThat(frame.height()).isEqualTo(turned ? 3 : 2);
        StringBuilder read = new StringBuilder();
        for (short value : ((UnsignedShortSamples) frame.plane(0)).values()) {
            read.append(read.length() == 0 ? "" : " ").append(value);
        }
        assertThat(read.toString()).isEqualTo(upright);
        assertThat(((Probed) decoding.probe(file)).width()).isEqualTo(frame.width());
    }

    @Test
    void refusesAnOrientationThatIsNone() {
        byte[] file = XisfFile.uint16(3, 2, i -> i).with("orientation", "45").bytes();
        assertThat(decoding.rejected(file).message()).contains("orientation 45");
    }

    @ParameterizedTest
    @CsvSource({
        "GBRG, 2, 2, 0",
        "GBRG, 2, 2, 180",
        "BGGR, 2, 2, 90",
        "GGRGGBGGBGGRBRGRBGGGBGGRGGRGGBRBGBRG, 6, 6, -90",
        "RGBG, 4, 1, flip",
        "'0', 1, 1, 0"
    })
    void debayersEveryTileAndThenTurnsIt(String letters, int columns, int rows, String orientation) {
        Optional<FilterPattern> pattern = FilterPattern.named(letters, columns, rows);
        int[] colour = {12_000, 20_000, 6_000};
        byte[] file = XisfFile.uint16(31, 24, i -> pattern.map(tile -> colour[tile.colourAt(i % 31, i / 31)])
                        .orElse(i))
                .with("orientation", orientation)
                .containing("<ColorFilterArray pattern=\"" + letters + "\" width=\"" + columns + "\" height=\"" + rows
                        + "\"/>")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.channels()).isEqualTo(pattern.isPresent() ? 3 : 1);
        for (int c = 0; c < 3 && pattern.isPresent(); c++) {
            for (short value : ((UnsignedShortSamples) frame.plane(c)).values()) {
                assertThat((int) value).isCloseTo(colour[c], within(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'BOTTOM-UP'", "'TOP-DOWN'"})
    void countsTheKeywordsPatternFromTheTopWhateverTheirRowOrder(String order) {
        FilterPattern pattern = FilterPattern.named("GRBG").orElseThrow().from(1, 1);
        int[] colour = {12_000, 20_000, 6_000};
        byte[] file = XisfFile.uint16(30, 24, i -> colour[pattern.colourAt(i % 30, i / 30)])
                .containing(keyword("BAYERPAT", "'GRBG'")
                        + keyword("ROWORDER", order)
                        + keyword("XBAYROFF", "1")
                        + keyword("YBAYROFF", "1"))
                .bytes();
        assertThat(decoding.frame(file).plane(0).get(100)).isCloseTo(12_000 / 65535f, within(1e-4f));
        assertThat(decoding.frame(file).plane(2).get(100)).isCloseTo(6_000 / 65535f, within(1e-4f));
    }

    @Test
    void refusesFiltersWhoseColoursItCannotTell() {
        byte[] file = XisfFile.uint16(6, 6, i -> i)
                .containing("<ColorFilterArray pattern=\"CYGM\" width=\"2\" height=\"2\"/>")
                .bytes();
        assertThat(decoding.rejected(file).message()).contains("CYGM");
    }

    @Test
    void readsPixelsThatLieInTheHeader() {
        byte[] bytes = {1, 0, 2, 0, 3, 0, 4, 0};
        String base64 = Base64.getEncoder().encodeToString(bytes);
        for (XisfFile file : List.of(
                XisfFile.uint16(2, 2, i -> 0).with("location", "inline:base64").containing(base64),
                XisfFile.uint16(2, 2, i -> 0).with("location", "inline:hex").containing("01000200 03000400"),
                XisfFile.uint16(2, 2, i -> 0)
                        .with("location", "embedded")
                        .containing("<Data encoding=\"base64\">" + base64 + "</Data>"))) {
            assertThat(((UnsignedShortSamples) decoding.frame(file.bytes()).plane(0)).values())
                    .containsExactly((short) 1, (short) 2, (short) 3, (short) 4);
        }
        byte[] wrong = XisfFile.uint16(2, 2, i -> 0)
                .with("location", "inline:hex")
                .containing("0")
                .bytes();
        assertThat(decoding.rejected(wrong).code()).isEqualTo(RejectionReason.DAMAGED);
    }

    @Test
    void takesNoTextOfOtherElementsForPixels() {
        String base64 = Base64.getEncoder().encodeToString(new byte[] {1, 0, 2, 0, 3, 0, 4, 0});
        String data = "<Data encoding=\"base64\">" + base64 + "</Data>";
        String otherData = "<Data encoding=\"hex\">ffff</Data>";
        for (String other : List.of(
                "<ICCProfile location=\"inline:base64\">AAAA</ICCProfile>",
                "<Thumbnail geometry=\"1:1:1\" location=\"embedded\">" + otherData + "</Thumbnail>",
                "<Property id=\"A:B\" type=\"UI8Vector\" length=\"3\" location=\"inline:base64\">AAAA</Property>",
                "<Property id=\"A:B\" type=\"String\">AAAA</Property>",
                "<Property id=\"A:B\" type=\"String\" value=\"AAAA\"/>",
                "<Property id=\"A:B\" type=\"UI8Vector\" length=\"2\" location=\"embedded\">" + otherData
                        + "</Property>")) {
            for (XisfFile file : List.of(
                    XisfFile.uint16(2, 2, i -> 0)
                            .with("location", "inline:base64")
                            .containing(other + base64),
                    XisfFile.uint16(2, 2, i -> 0)
                            .with("location", "inline:base64")
                            .containing(base64 + other),
                    XisfFile.uint16(2, 2, i -> 0).with("location", "embedded").containing(data + other),
                    XisfFile.uint16(2, 2, i -> 0).with("location", "embedded").containing(other + data))) {
                assertThat(((UnsignedShortSamples) decoding.frame(file.bytes()).plane(0)).values())
                        .as(other)
                        .containsExactly((short) 1, (short) 2, (short) 3, (short) 4);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Gray, 2, 1", "Gray, 3, 1", "Gray, 4, 1", "RGB, 3, 3", "RGB, 4, 3"})
    void takesChannelsBeyondTheColourSpacesForAlpha(String space, int channels, int colours) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * 4 * channels).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 4 * channels; i++) {
            bytes.putShort((short) (1000 * (i + 1)));
        }
        byte[] file = new XisfFile("2:2:" + channels, "UInt16", bytes.array())
                .with("colorSpace", space)
                .bytes();
        assertThat(decoding.frame(file).channels()).isEqualTo(colours);
        assertThat(decoding.frame(file).plane(0).get(3)).isEqualTo(4000 / 65535f);
        assertThat(((Probed) decoding.probe(file)).channels()).isEqualTo(colours);
    }

    @Test
    void takesTheLargestPictureThatIsNoPreview() {
        String small = "<Image id=\"guide\" geometry=\"1:1:1\" sampleFormat=\"UInt8\" location=\"inline:hex\">ff"
                + keyword("OBJECT", "'Guide star'") + "</Image>";
        String preview =
                "<Image id=\"M31_preview\" geometry=\"99:99:1\" sampleFormat=\"UInt8\" location=\"inline:hex\">ff"
                        + "</Image>";
        String thumbnail =
                "<Thumbnail geometry=\"1:1:1\" sampleFormat=\"UInt8\" location=\"inline:hex\">ff</Thumbnail>";
        for (String first : List.of(small, preview, thumbnail)) {
            byte[] file = XisfFile.uint16(4, 4, i -> 1000 * i).following(first).bytes();
            DecodedFrame frame = decoding.frame(file);
            assertThat(frame.width()).as(first).isEqualTo(4);
            assertThat(frame.plane(0).get(3)).isEqualTo(3000 / 65535f);
            assertThat(frame.object()).isEmpty();
            assertThat(frame.notes()).hasSize(first.equals(thumbnail) ? 0 : 1);
        }
        byte[] equal = XisfFile.uint16(4, 4, i -> 1000 * i)
                .containing("</Image><Image id=\"rejection_low\" geometry=\"4:4:1\">")
                .bytes();
        assertThat(decoding.frame(equal).plane(0).get(3)).isEqualTo(3000 / 65535f);
    }

    @Test
    void saysWhichFurtherPicturesOfTheFileAreLeftOut() {
        byte[] file = XisfFile.uint16(4, 4, i -> i)
                .containing("</Image><Image id=\"rejection_low\" geometry=\"1:1:1\">")
                .bytes();
        assertThat(decoding.frame(file).notes())
                .containsExactly("the file has 2 pictures, of which 1 is left out (rejection_low)");
    }

    private static String keyword(String name, String value) {
        return "<FITSKeyword name=\"" + name + "\" value=\"" + value + "\" comment=\"\"/>";
    }

    @Test
    void checksTheChecksum() {
        byte[] file = XisfFile.uint16(4, 4, i -> i)
                .with("checksum", "sha-1:0000000000000000000000000000000000000000")
                .bytes();
        assertThat(decoding.rejected(file).message()).contains("checksum");
    }
}
