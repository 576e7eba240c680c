package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.Probed;
import io.astrochrome.imaging.decode.RawFits;
import io.astrochrome.imaging.decode.RejectionReason;
import io.astrochrome.imaging.decode.mosaic.FilterPattern;
import java.nio.file.Path;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A flat colour through mosaics of every kind: red, green and blue come back where each pixel's filter is known. */
class FitsMosaicTest {
    private static final int[] COLOUR = {12_000, 20_000, 6_000};
    private static final String X_TRANS = "GGRGGBGGBGGRBRGRBGGGBGGRGGRGGBRBGBRG";

    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @ParameterizedTest
    @CsvSource({"RGGB", "BGGR", "GRBG", "GBRG", X_TRANS})
    void countsThePatternFromThePicturesTopWhereRoworderSaysWhichRowThatIs(String name) {
        FilterPattern pattern = FilterPattern.named(name).orElseThrow();
        for (int height : new int[] {24, 25, 27, 28}) {
            for (int offset = 0; offset < 4; offset++) {
                FilterPattern fromTop = pattern.from(offset % 2, offset / 2);
                String[] offsets = {"XBAYROFF= " + offset % 2, "YBAYROFF= " + offset / 2};
                assertFlat(picture(30, height, fromTop::colourAt, name, "'TOP-DOWN'", offsets));
                assertFlat(picture(
                        30, height, (x, y) -> fromTop.colourAt(x, height - 1 - y), name, "'BOTTOM-UP'", offsets));
            }
        }
    }

    @Test
    void takesThePatternForTheFilesRowsWhereNothingSaysWhichIsTheTop() {
        FilterPattern pattern = FilterPattern.named("RGGB").orElseThrow();
        for (int height : new int[] {24, 25}) {
            assertFlat(new RawFits()
                    .picture(30, height, seen(pattern::colourAt), "BAYERPAT= 'RGGB'")
                    .bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BAYERPAT= 'TRUE    '|COLORTYP= 'RGGB'",
                "BAYERPAT= T|COLORTYP= 'RGGB'",
                "COLORTYP= 'RGGB    '",
                "bayerpat= 'rggb'",
                "BAYERPAT= 'bayer_rggb'",
                "CFAPAT  = 'RGGB'",
                "BAYERPAT= 'BayerRG8'",
                "BAYERPAT= 'GRBG'|BAYOFFX = 1|BAYOFFY = 0",
                "BAYERPAT= 'GBRG'|YBAYROFF= 1.0",
                "BAYERPAT= 'BGGR'|XBAYROFF= -1|YBAYROFF= 3",
                "BAYERPAT= 'RGGB'|COLORTYP= 0"
            })
    void readsEveryWayInWhichProgramsNameAPattern(String cards) {
        FilterPattern pattern = FilterPattern.named("RGGB").orElseThrow();
        assertFlat(new RawFits()
                .picture(30, 24, seen(pattern::colourAt), cards.split("\\|", -1))
                .bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INHERIT =                    T", "EXTNAME = 'SCI     '"})
    void inheritsThePatternAndTheOrderOfRowsFromAnEmptyPrimary(String own) {
        FilterPattern pattern = FilterPattern.named("GBRG").orElseThrow();
        DecodedFrame frame = assertFlat(new RawFits()
                .emptyPrimary("BAYERPAT= 'GBRG'", "ROWORDER= 'TOP-DOWN'", "OBJECT  = 'M 42'", "BZERO   = 7")
                .picture(30, 25, seen(pattern::colourAt), own)
                .bytes());
        assertThat(frame.object()).contains("M 42");
        assertThat(frame.levels().black()).as("an array's scale is its own").isZero();
    }

    @Test
    void inheritsNothingWhereTheExtensionForbidsIt() {
        byte[] file = new RawFits()
                .emptyPrimary("BAYERPAT= 'GBRG'", "OBJECT  = 'M 42'")
                .picture(30, 24, (x, y) -> 7, "INHERIT =                    F")
                .bytes();
        assertThat(((Probed) decoding.probe(file)).channels()).isEqualTo(1);
        assertThat(decoding.frame(file).object()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'CYGM'", "'TRUE'", "'RGBW'", "'X-TRANS'"})
    void refusesAMosaicWhoseColoursItCannotTellInsteadOfShowingItsGrid(String name) {
        byte[] file =
                new RawFits().picture(30, 24, (x, y) -> x, "BAYERPAT= " + name).bytes();
        assertThat(decoding.rejected(file).code()).isEqualTo(RejectionReason.UNSUPPORTED);
        assertThat(decoding.rejected(file).message()).contains("mosaic", "convert it");
    }

    @Test
    void takesAWordThatNamesNoFiltersForGreyAndSaysSo() {
        DecodedFrame frame = decoding.frame(new RawFits()
                .picture(30, 24, (x, y) -> x, "BAYERPAT= 'DEFAULT'")
                .bytes());
        assertThat(frame.channels()).isEqualTo(1);
        assertThat(frame.notes()).singleElement().asString().contains("DEFAULT");
        assertThat(decoding.frame(new RawFits()
                                .picture(30, 24, (x, y) -> x, "BAYERPAT= 'NONE'")
                                .bytes())
                        .notes())
                .isEmpty();
    }

    @Test
    void findsWhereAnXTransTileBeginsThatTheHeaderPutsElsewhere() {
        FilterPattern real = FilterPattern.named(X_TRANS).orElseThrow().from(1, 1);
        byte[] file = picture(60, 48, real::colourAt, X_TRANS, "'TOP-DOWN'");
        DecodedFrame frame = assertFlat(file);
        assertThat(frame.notes()).singleElement().asString().contains("found by the pixels");
        assertThat(frame.fitsCards()).anyMatch(card -> card.startsWith("HISTORY") && card.contains("filters"));
    }

    private static byte[] picture(
            int width, int height, IntBinaryOperator colour, String name, String order, String... cards) {
        String[] all = new String[cards.length + 2];
        all[0] = "BAYERPAT= '" + name + "'";
        all[1] = "ROWORDER= " + order;
        System.arraycopy(cards, 0, all, 2, cards.length);
        return new RawFits().picture(width, height, seen(colour), all).bytes();
    }

    private static IntBinaryOperator seen(IntBinaryOperator colour) {
        return (x, y) -> COLOUR[colour.applyAsInt(x, y)];
    }

    private DecodedFrame assertFlat(byte[] file) {
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.channels()).isEqualTo(3);
        double white = frame.levels().white();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < frame.pixels(); i++) {
                assertThat(frame.plane(c).get(i) * white).isCloseTo(COLOUR[c], within(2.0));
            }
        }
        return frame;
    }
}
