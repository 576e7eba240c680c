package io.astrochrome.imaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardCardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OBJECT  = 'NGC 891 '           / what it shows",
                "EXPTIME =                 60.0",
                "QUOTED  = 'O''Hara'",
                "NOTHING =",
                "FLAG    = T / true",
                "COMPLEX = (1.0, -2.5E3) / two",
                "HISTORY done = 'anything",
                "COMMENT whatever \"it\" says",
                "        without a keyword",
                "EXP     = -1.5D-10",
                "COUNT   = +12",
                "HIERARCH ESO DET CHIP1 NAME = 'MIT/LL' / of the camera",
                "A-B_C   = .5"
            })
    void keepsWhatTheStandardAllows(String card) {
        assertThat(StandardCard.of(card)).containsExactly(FitsCard.card(card));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GAIN    = 1.5E / neither number nor text",
                "OPEN    = 'never closed",
                "DATE-OBS= 2026-01-02T03:04:05",
                "MY KEY  = 1",
                "PIX.SIZE= 3.76",
                "CCD-TEMP=-10.0",
                "FLAG    = true",
                "TEMP    = NaN",
                "NAMELESS",
                "EXPTIME = 60.0 seconds",
                "HIERARCH ESO DET = what is it"
            })
    void makesACommentOfWhatItDoesNot(String card) {
        assertThat(StandardCard.of(card)).containsExactly(FitsCard.card("COMMENT   " + card));
    }

    @Test
    void losesNothingOfALongCard() {
        String card = "MY KEY  = '" + "x".repeat(60) + "' / end";
        assertThat(StandardCard.of(card)).hasSize(2).allMatch(each -> each.startsWith("COMMENT   "));
        assertThat(String.join("", StandardCard.of(card))
                        .replace("COMMENT   ", "")
                        .strip())
                .isEqualTo(card);
    }

    @Test
    void writesExponentsAsTheStandardDoes() {
        assertThat(StandardCard.of("EXPTIME = 3.0e1 / in s")).containsExactly(FitsCard.card("EXPTIME = 3.0E1 / in s"));
    }

    @Test
    void carriesNoWorldCoordinatesOfAxesThatAreGone() {
        List<String> cards = List.of(
                "WCSAXES = 4",
                "CTYPE1  = 'RA---SIN'",
                "CTYPE2B = 'DEC--SIN'",
                "CD1_1   = 1.0",
                "PC2_1   = 1.0",
                "CTYPE3  = 'FREQ'",
                "CRPIX4  = 1.0",
                "CRVAL3A = 1.4E9",
                "CDELT4  = 1.0",
                "CUNIT3  = 'Hz'",
                "CROTA4  = 0.0",
                "CD3_3   = 1.0",
                "CD1_3   = 0.0",
                "PC4_1   = 0.0",
                "PV3_1   = 1.0",
                "PS4_0   = 'x'",
                "PC003003= 1.0",
                "SPECSYS = 'LSRK'",
                "SPECSYSA= 'LSRK'",
                "RESTFRQ = 1.4E9",
                "BUNIT   = 'JY/BEAM'",
                "PV2_1   = 45.0");
        assertThat(CarriedCards.of(cards))
                .containsExactly(
                        FitsCard.card("CTYPE1  = 'RA---SIN'"),
                        FitsCard.card("CTYPE2B = 'DEC--SIN'"),
                        FitsCard.card("CD1_1   = 1.0"),
                        FitsCard.card("PC2_1   = 1.0"),
                        FitsCard.card("PV2_1   = 45.0"));
    }

    @Test
    void leavesOutWhatContinuesACommentOrADroppedCard() {
        assertThat(CarriedCards.of(List.of(
                        "LONG    = 'goes on &'", "CONTINUE  'here'", "BAD KEY = 'goes on &'", "CONTINUE  'there'")))
                .containsExactly(
                        FitsCard.card("LONG    = 'goes on &'"),
                        FitsCard.card("CONTINUE  'here'"),
                        FitsCard.card("COMMENT   BAD KEY = 'goes on &'"));
    }
}
