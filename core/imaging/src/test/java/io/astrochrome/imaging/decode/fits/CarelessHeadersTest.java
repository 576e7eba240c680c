package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.imaging.decode.DecodedFrame;
import io.astrochrome.imaging.decode.Decoding;
import io.astrochrome.imaging.decode.RawFits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that break the standard and that other programs read all the same. */
class CarelessHeadersTest {
    @TempDir
    Path folder;

    private Decoding decoding;

    @BeforeEach
    void setUp() {
        decoding = new Decoding(folder);
    }

    @Test
    void readsAnEndThatIsFilledUpWithNulBytes() {
        byte[] file = new RawFits()
                .endingWith('\0')
                .picture(8, 6, (x, y) -> 100 * y + x, "OBJECT  = 'M 1'")
                .bytes();
        assertThat(decoding.frame(file).object()).contains("M 1");
        assertThat(decoding.frame(file).plane(0).get(3)).isEqualTo(503 / 65535f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"END/ of the header", "END / of the header", "END\r\n", "END\t", "END     =", "END     \u00ff"})
    void readsAnEndWithMoreThanBlanksBehindIt(String end) {
        byte[] file = new RawFits()
                .endingOn(end)
                .picture(8, 6, (x, y) -> 100 * y + x, "OBJECT  = 'M 1'", "ENDING  = 1")
                .bytes();
        assertThat(decoding.frame(file).plane(0).get(3)).isEqualTo(503 / 65535f);
        assertThat(decoding.frame(file).fitsCards()).contains(card("ENDING  = 1"));
    }

    @Test
    void readsAnExtensionWhoseKindIsInLowerCase() {
        byte[] file = new RawFits()
                .emptyPrimary()
                .picture(8, 6, (x, y) -> 100 * y + x)
                .bytes();
        String text = new String(file, StandardCharsets.ISO_8859_1).replace("'IMAGE   '", "'image   '");
        assertThat(decoding.frame(text.getBytes(StandardCharsets.ISO_8859_1))
                        .plane(0)
                        .get(3))
                .isEqualTo(503 / 65535f);
    }

    @Test
    void readsKeywordsInLowerCase() {
        byte[] file = new RawFits()
                .cards(
                        RawFits.data(8, 6, (x, y) -> 100 * y + x - 32768),
                        "simple  =                    T",
                        "bitpix  =                   16",
                        "naxis   =                    2",
                        "Naxis1  =                    8",
                        "naxis2  =                    6",
                        "bzero   =                32768",
                        "object  = 'm 42'",
                        "history of it")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.width()).isEqualTo(8);
        assertThat(frame.plane(0).get(3)).isEqualTo(503 / 65535f);
        assertThat(frame.object()).contains("m 42");
        assertThat(frame.fitsCards()).containsExactly(card("OBJECT  = 'm 42'"), card("HISTORY of it"));
    }

    @Test
    void readsCompressedTilesOfACarelessHeader() throws IOException {
        byte[] good;
        try (var in = Decoding.class.getResourceAsStream("rice.fits")) {
            good = in.readAllBytes();
        }
        byte[] careless = good.clone();
        for (int at = 0; at < careless.length; at += 80) {
            if (new String(careless, at, 8, StandardCharsets.ISO_8859_1).equals("END     ")) {
                Arrays.fill(careless, at + 3, (at / 2880 + 1) * 2880, (byte) 0);
            }
        }
        assertThat(careless).isNotEqualTo(good);
        assertThat(decoding.frame(careless).plane(0))
                .usingRecursiveComparison()
                .isEqualTo(decoding.frame(good).plane(0));
    }

    @Test
    void hasEachKeywordOnceAndTheExtensionsValue() {
        byte[] file = new RawFits()
                .emptyPrimary(
                        "OBJECT  = 'FIELD 7 '",
                        "EXPTIME = 300.0",
                        "TELESCOP= 'T1'",
                        "HISTORY one",
                        "COMMENT c",
                        "HIERARCH ESO A = 1",
                        "LONG    = 'of the primary &'",
                        "CONTINUE  'unit'",
                        "NEXTEND = 1")
                .picture(
                        8,
                        6,
                        (x, y) -> x,
                        "OBJECT  = 'NGC 891 '",
                        "EXPTIME = 60.0",
                        "HISTORY one",
                        "HIERARCH ESO A = 2",
                        "HIERARCH ESO B = 3",
                        "EXPTIME = 61.0",
                        "LONG    = 'of the extension'")
                .bytes();
        DecodedFrame frame = decoding.frame(file);
        assertThat(frame.object()).contains("NGC 891");
        assertThat(frame.fitsCards())
                .containsExactlyElementsOf(List.of(
                        card("TELESCOP= 'T1'"),
                        card("HISTORY one"),
                        card("COMMENT c"),
                        card("OBJECT  = 'NGC 891 '"),
                        card("EXPTIME = 60.0"),
                        card("HISTORY one"),
                        card("HIERARCH ESO A = 2"),
                        card("HIERARCH ESO B = 3"),
                        card("LONG    = 'of the extension'")));
    }

    @Test
    void mixesNoWorldCoordinatesOfTwoHeaders() {
        byte[] file = new RawFits()
                .emptyPrimary("CD1_1   = 1.0", "CRPIX1  = 7.0", "EQUINOX = 2000.0")
                .picture(8, 6, (x, y) -> x, "CRPIX1  = 4.0", "CDELT1  = 2.0")
                .bytes();
        assertThat(decoding.frame(file).fitsCards())
                .containsExactly(card("EQUINOX = 2000.0"), card("CRPIX1  = 4.0"), card("CDELT1  = 2.0"));
    }

    private static String card(String text) {
        return String.format("%-80s", text);
    }
}
