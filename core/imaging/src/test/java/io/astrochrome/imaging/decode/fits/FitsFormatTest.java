package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.FrameDecoder;
import io.astrochrome.imaging.decode.MediaType;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.TestFits;
import io.astrochrome.imaging.decode.samples.FloatSamples;
import io.astrochrome.imaging.decode.samples.SampleLevels;
import io.astrochrome.imaging.decode.samples.UnsignedShortSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitsFormatTest {
    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @Test
    void showsTheFirstRowAtTheBottomAsFitsDoes() {
        DecodedFrame frame =
                decoding.frame(TestFits.of(new short[][] {{1, 2}, {3, 4}}).bytes());
        assertThat(shorts(frame, 0)).containsExactly(3, 4, 1, 2);
    }

    @Test
    void showsTheFirstRowAtTheTopWhereRoworderSaysSo() {
        DecodedFrame frame = decoding.frame(TestFits.of(new short[][] {{1, 2}, {3, 4}})
                .with("ROWORDER", "TOP-DOWN")
                .bytes());
        assertThat(shorts(frame, 0)).containsExactly(1, 2, 3, 4);
        assertThat(frame.fitsCards()).anyMatch(card -> card.startsWith("ROWORDER= 'TOP-DOWN'"));
    }

    @Test
    void keepsUnsigned16BitNumbersAsTheyAre() {
        DecodedFrame frame = decoding.frame(TestFits.of(new short[][] {{-32768, 0, 32767}})
                .with("BZERO", 32768)
                .with("BSCALE", 1)
                .bytes());
        assertThat(shorts(frame, 0)).containsExactly(0, 32768, 65535);
        assertThat(frame.levels()).isEqualTo(new SampleLevels(0, 65535));
        assertThat(frame.linear()).isTrue();
    }

    @Test
    void shiftsSigned16BitNumbersWhereSomeAreNegative() {
        DecodedFrame frame =
                decoding.frame(TestFits.of(new short[][] {{-5, 0, 100}}).bytes());
        assertThat(shorts(frame, 0)).containsExactly(32763, 32768, 32868);
        assertThat(frame.levels()).isEqualTo(new SampleLevels(-32768, 32767));
    }

    @Test
    void scales16BitNumbersByTheirLevels() {
        DecodedFrame frame = decoding.frame(TestFits.of(new short[][] {{10, 20}})
                .with("BSCALE", 0.5)
                .with("BZERO", 100.0)
                .bytes());
        assertThat(physical(frame, 0)).isCloseTo(105, within(1e-2));
        assertThat(physical(frame, 1)).isCloseTo(110, within(1e-2));
    }

    @Test
    void takesBlankAndNotANumberForMissing() {
        DecodedFrame blank = decoding.frame(
                TestFits.of(new short[][] {{7, -99, 9}}).with("BLANK", -99).bytes());
        assertThat(shorts(blank, 0)).containsExactly(7, 0, 9);
        DecodedFrame nan = decoding.frame(
                TestFits.of(new float[][] {{0.5f, Float.NaN, 1f}}).bytes());
        assertThat(floats(nan)).containsExactly(0.5f, 0f, 1f);
        DecodedFrame blankInt = decoding.frame(
                TestFits.of(new int[][] {{65535, -1}}).with("BLANK", -1).bytes());
        assertThat(floats(blankInt)).containsExactly(1f, 0f);
    }

    @Test
    void readsIntegersOf32And64Bits() {
        DecodedFrame ints =
                decoding.frame(TestFits.of(new int[][] {{0, 1 << 20}}).bytes());
        assertThat(ints.levels()).isEqualTo(new SampleLevels(0, 1 << 20));
        assertThat(floats(ints)).containsExactly(0f, 1f);
        DecodedFrame longs =
                decoding.frame(TestFits.of(new long[][] {{0, 1L << 40}}).bytes());
        assertThat(longs.levels()).isEqualTo(new SampleLevels(0, 1L << 40));
    }

    @Test
    void bringsFloatsOfAdCountsAndNegativeOnesToTheUnitRange() {
        DecodedFrame counts =
                decoding.frame(TestFits.of(new float[][] {{0, 6553.5f}}).bytes());
        assertThat(counts.levels()).isEqualTo(new SampleLevels(0, 65535));
        assertThat(floats(counts)[1]).isCloseTo(0.1f, within(1e-6f));
        DecodedFrame negative =
                decoding.frame(TestFits.of(new double[][] {{-3, 0.5}}).bytes());
        assertThat(negative.levels()).as("0 stands for missing").isEqualTo(new SampleLevels(-3.0035, 0.5));
        assertThat(physical(negative, 0)).isCloseTo(-3, within(1e-6));
    }

    @Test
    void readsDoublesThatAreInfinite() {
        DecodedFrame frame = decoding.frame(TestFits.of(new double[][] {{0.25, Double.POSITIVE_INFINITY, -0.0}})
                .bytes());
        assertThat(floats(frame)[1]).isEqualTo(1f);
        assertThat(floats(frame)[2]).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            floats = {1e5f, -1e5f, 1e9f, 1e20f, -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void leavesTheRangeToTheOthersWhereOnePixelIsBroken(float broken) {
        float[][] pixels = new float[200][200];
        for (float[] row : pixels) {
            Arrays.fill(row, 0.25f);
        }
        pixels[7][9] = broken;
        DecodedFrame frame = decoding.frame(TestFits.of(pixels).bytes());
        assertThat(frame.levels()).isEqualTo(new SampleLevels(0, 1));
        assertThat(floats(frame)[0]).isEqualTo(0.25f);
        assertThat(floats(frame)[(199 - 7) * 200 + 9]).isEqualTo(broken > 0 ? 1f : 0f);
    }

    @Test
    void leavesTheRangeToTheOthersWhereManyPixelsAreMarked() {
        DecodedFrame frame =
                decoding.frame(TestFits.of(new float[][] {{0.25f, -Float.MAX_VALUE, -Float.MAX_VALUE, 1e30f}})
                        .bytes());
        assertThat(floats(frame)).containsExactly(0.25f, 0f, 0f, 1f);
    }

    @Test
    void takesBytesForDisplayReferred() {
        DecodedFrame frame =
                decoding.frame(TestFits.of(new byte[][] {{0, (byte) 255, 16}}).bytes());
        assertThat(shorts(frame, 0)).containsExactly(0, 65535, 16 * 257);
        assertThat(frame.linear()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'HistogramTransformation: mid 0.01', false",
        "'Autostretch (shadows: -2.80, target bg: 0.25)', false",
        "'asinh transformation (stretch=50)', false",
        "'Dark subtracted, not stretched', true",
        "'ScreenTransferFunction was shown', true"
    })
    void believesHistory(String history, boolean linear) {
        DecodedFrame frame = decoding.frame(
                TestFits.of(new float[][] {{0.1f, 0.2f}}).history(history).bytes());
        assertThat(frame.linear()).isEqualTo(linear);
    }

    @Test
    void findsAPictureInAnExtensionAndJoinsItsHeaderWithThePrimaryOne() {
        DecodedFrame frame = decoding.frame(TestFits.of(new short[][] {{1, 2}})
                .inExtension()
                .with("DATE-OBS", "2026-11-22T21:30:00.5")
                .bytes());
        assertThat(frame.object()).contains("NGC 7000");
        assertThat(frame.exposedAt().map(Object::toString)).isEqualTo(Optional.of("2026-11-22T21:30:00.500Z"));
        assertThat(frame.fitsCards())
                .anyMatch(card -> card.startsWith("OBJECT"))
                .anyMatch(card -> card.startsWith("DATE-OBS"))
                .noneMatch(card -> card.matches("(SIMPLE|XTENSION|NAXIS|BITPIX).*"))
                .allMatch(card -> card.length() == 80);
    }

    @Test
    void readsACubeOfThreePlanes() {
        DecodedFrame frame = decoding.frame(
                TestFits.of(new short[][][] {{{1, 2}}, {{3, 4}}, {{5, 6}}}).bytes());
        assertThat(frame.channels()).isEqualTo(3);
        assertThat(shorts(frame, 0)).containsExactly(1, 2);
        assertThat(shorts(frame, 2)).containsExactly(5, 6);
    }

    @Test
    void readsACubeWhosePixelsHaveTheirColoursTogether() {
        short[][][] rows = new short[5][4][3];
        rows[4][1] = new short[] {7, 8, 9};
        DecodedFrame frame = decoding.frame(TestFits.of(rows).bytes());
        assertThat(frame.width()).isEqualTo(4);
        assertThat(frame.height()).isEqualTo(5);
        assertThat(shorts(frame, 0)[1]).as("the file's last row is the top one").isEqualTo(7);
        assertThat(shorts(frame, 2)[1]).isEqualTo(9);
    }

    @Test
    void refusesACubeThatIsNoColourPicture() {
        assertThat(decoding.rejected(TestFits.of(new short[5][4][4]).bytes()))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(RejectionReason.UNSUPPORTED))
                .satisfies(rejected -> assertThat(rejected.message()).contains("test frame", "5 planes"));
    }

    @Test
    void probesAMosaicAsColour() {
        byte[] mosaic = TestFits.of(new short[6][8]).with("BAYERPAT", "GRBG").bytes();
        assertThat(decoding.probe(mosaic))
                .isEqualTo(new Probed(MediaType.FITS, 8, 6, 3, Optional.empty(), Optional.empty()));
    }

    @Test
    void readsWhatGzipPacked() {
        byte[] packed = gzipped(TestFits.of(new short[][] {{1, 2}, {3, 4}}).bytes());
        DecodedFrame frame = decoding.frame(packed);
        assertThat(frame.mediaType()).isEqualTo(MediaType.FITS);
        assertThat(shorts(frame, 0)).containsExactly(3, 4, 1, 2);
        assertThat(FrameDecoder.sniff(Arrays.copyOf(packed, FrameDecoder.SNIFF_BYTES)))
                .contains(MediaType.FITS);
        assertThat(decoding.probe(packed))
                .isEqualTo(new Probed(MediaType.FITS, 2, 2, 1, Optional.empty(), Optional.empty()));
    }

    @Test
    void refusesAGzipThatUnpacksToMoreThanTheLimit() {
        assertThat(decoding.rejected(gzipped(new byte[20 << 20])).code()).isEqualTo(RejectionReason.TOO_MANY_BYTES);
        assertThat(decoding.rejected(gzipped(new byte[100])).code()).isEqualTo(RejectionReason.UNKNOWN_FORMAT);
    }

    @ParameterizedTest
    @CsvSource({
        "RGGB, 0, 0, 0", "RGGB, 1, 0, 1", "RGGB, 0, 1, 1", "RGGB, 1, 1, 2",
        "BGGR, 0, 0, 2", "GRBG, 1, 0, 0", "GBRG, 0, 1, 0", "BGGR, -1, -1, 0"
    })
    void readsEveryPatternWhereverItBegins(String pattern, int columns, int rows, int channel) {
        short[][] mosaic = new short[8][8];
        for (int y = 0; y < 8; y += 2) {
            for (int x = 0; x < 8; x += 2) {
                mosaic[y][x] = 20_000;
            }
        }
        DecodedFrame frame = decoding.frame(TestFits.of(mosaic)
                .with("BAYERPAT", pattern)
                .with("XBAYROFF", columns)
                .with("YBAYROFF", rows)
                .with("ROWORDER", "TOP-DOWN")
                .bytes());
        assertThat(frame.channels()).isEqualTo(3);
        assertThat(shorts(frame, channel)[4 * 8 + 4]).isEqualTo(20_000);
    }

    @Test
    void keepsCardsThatOnlySomeProgramsWrite() {
        String odd = card("HIERARCH ESO DET CHIP1 NAME = 'MIT/LL mosaic' / of the camera")
                + card("OBSERVER= 'a name that is so long that it does not fit into one card of a FITS&'")
                + card("CONTINUE  ' header at all'")
                + card("lowercas=                    1")
                + card("COMMENT \u00b5m, which is no ASCII")
                + card("        a card without a keyword")
                + card("GAIN    = 1.5E / neither a number nor text");
        byte[] file = replaced(
                TestFits.of(new short[][] {{1, 2}}).with("AAA", "here").bytes(), card("AAA     = 'here    '"), odd);
        DecodedFrame frame = decoding.frame(moved(file, odd.length() - 80));
        assertThat(shorts(frame, 0)).containsExactly(1, 2);
        assertThat(frame.fitsCards())
                .anyMatch(card -> card.startsWith("HIERARCH ESO DET CHIP1 NAME"))
                .anyMatch(card -> card.startsWith("CONTINUE  ' header at all'"))
                .allMatch(card -> card.length() == 80 && card.matches("[ -~]*"));
    }

    @Test
    void refusesAHeaderThatEndsWithTheFile() {
        byte[] file = TestFits.of(new short[2][2]).bytes();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        byte[] withoutEnd = text.substring(0, 2880).replace("END  ", "     ").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(decoding.rejected(withoutEnd).code()).isEqualTo(RejectionReason.TRUNCATED);
    }

    private static String card(String text) {
        return String.format("%-80s", text);
    }

    /** Takes so many blanks off the header's padding that its data begin where they began. */
    private static byte[] moved(byte[] file, int longer) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(card("END")) + 80;
        return (text.substring(0, end) + text.substring(end + longer)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzipped(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Test
    void refusesAHeaderThatPromisesMorePixelsThanTheLimit() {
        byte[] lie = replaced(
                TestFits.of(new short[2][2]).bytes(),
                "NAXIS1  =                    2",
                "NAXIS1  =           2000000000");
        assertThat(decoding.rejected(lie).code()).isEqualTo(RejectionReason.TOO_MANY_PIXELS);
    }

    @Test
    void refusesAHeaderThatPromisesMoreThanTheFileHas() {
        byte[] lie = replaced(
                TestFits.of(new short[2][2]).bytes(),
                "NAXIS1  =                    2",
                "NAXIS1  =                  999");
        assertThat(decoding.rejected(lie).code()).isEqualTo(RejectionReason.TRUNCATED);
    }

    @Test
    void refusesAHeaderWithoutEnd() {
        String card = "HISTORY and so on".concat(" ".repeat(63));
        byte[] endless = ("SIMPLE  =                    T" + " ".repeat(50) + card.repeat(72_000 - 1))
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(decoding.rejected(endless).code()).isEqualTo(RejectionReason.LYING_HEADER);
    }

    private static byte[] replaced(byte[] file, String what, String by) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(what);
        return text.replace(what, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int[] shorts(DecodedFrame frame, int channel) {
        short[] values = ((UnsignedShortSamples) frame.plane(channel)).values();
        int[] unsigned = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            unsigned[i] = Short.toUnsignedInt(values[i]);
        }
        return unsigned;
    }

    private static float[] floats(DecodedFrame frame) {
        return ((FloatSamples) frame.plane(0)).values();
    }

    private static double physical(DecodedFrame frame, int index) {
        SampleLevels levels = frame.levels();
        return levels.black() + frame.plane(0).get(index) * (levels.white() - levels.black());
    }
}
