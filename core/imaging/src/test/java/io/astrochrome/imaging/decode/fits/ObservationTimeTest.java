package io.astrochrome.imaging.decode.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTimeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DATE-OBS= '2026-01-02T03:04:05';                         2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02T03:04:05.5Z';                      2026-01-02T03:04:05.500Z",
                "DATE-OBS= '2026-01-02 03:04:05.123456';                  2026-01-02T03:04:05.123456Z",
                "DATE-OBS= '2026-1-2T3:4:5';                              2026-01-02T03:04:05Z",
                "DATE-OBS= '2026/01/02 03:04:05';                         2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02T03:04:05+01:00';                   2026-01-02T02:04:05Z",
                "DATE-OBS= '2026-01-02T03:04:05 -0530';                   2026-01-02T08:34:05Z",
                "DATE-OBS= '2026-01-02T03:04:05+01';                      2026-01-02T02:04:05Z",
                "DATE-OBS= '2026-01-02T03:04';                            2026-01-02T03:04:00Z",
                "DATE-OBS= '2026-01-02T03:04:05.';                        2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02t03:04:05 UTC';                     2026-01-02T03:04:05Z",
                "DATE-OBS= '2016-12-31T23:59:60';                         2017-01-01T00:00:00Z",
                "DATE-OBS= '2026-01-02'|TIME-OBS= '03:04:05.25';          2026-01-02T03:04:05.250Z",
                "DATE-OBS= '2026-01-02'|UT      = '3:04:05';              2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02'|UTC-OBS = '2026-01-02 03:04:05';  2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02'|TIME    = 'about four';           2026-01-02T00:00:00Z",
                "DATE-OBS= '02/01/98';                                    1998-01-02T00:00:00Z",
                "DATE-OBS= '13/01/2026';                                  2026-01-13T00:00:00Z",
                "DATE-OBS= '01/13/2026 3:04:05';                          2026-01-13T03:04:05Z",
                "DATE-OBS= '2/2/2026';                                    2026-02-02T00:00:00Z",
                "DATE-OBS= '2026-01-02T24:00:00';                         2026-01-03T00:00:00Z",
                "DATE-OBS= '20260102T030405';                             2026-01-02T03:04:05Z",
                "DATE-OBS= '20260102T030405.5Z';                          2026-01-02T03:04:05.500Z",
                "DATE-OBS= '20260102'|TIME-OBS= '030405.5';               2026-01-02T03:04:05.500Z",
                "DATE-OBS= '2026-01-02T03.04.05';                         2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02_03:04:05';                         2026-01-02T03:04:05Z",
                "DATE-OBS= '2026_01_02_03_04_05';                         2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02_03-04-05';                         2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02T03:04:05,123';                     2026-01-02T03:04:05.123Z",
                "DATE-OBS= '2026-01-02T03:04:05 GMT';                     2026-01-02T03:04:05Z",
                "DATE-OBS= '2026-01-02'|UT      = 3.5;                    2026-01-02T03:30:00Z",
                "DATE-OBS= '2026-01-02'|UTC     = 11045.0;                2026-01-02T03:04:05Z",
                "DATE-OBS= '02/01/2026'|MJD-OBS = 61042.25;               2026-01-02T06:00:00Z",
                "MJD-OBS = 61042.25;                                      2026-01-02T06:00:00Z",
                "JD      = 2461042.75;                                    2026-01-02T06:00:00Z",
                "DATE-OBS= 'yesterday'|MJD-OBS = 6.104225D4;              2026-01-02T06:00:00Z",
                "DATE-BEG= '2026-01-02T03:04:05'|DATE-AVG= '2026-01-02T04:00:00'; 2026-01-02T03:04:05Z",
                "DATE-AVG= '2026-01-02T04:00:00';                         2026-01-02T04:00:00Z"
            })
    void readsEveryFormInWhichProgramsWriteIt(String cards, String moment) {
        assertThat(FitsFacts.of(padded(cards)).exposedAt()).contains(Instant.parse(moment.trim()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DATE-OBS= '2026-13-02T03:04:05'",
                "DATE-OBS= '2026-01-02T25:04:05'",
                "DATE-OBS= ''",
                "DATE-OBS= '02/01/2026'",
                "DATE-OBS= '2026-01-02T24:00:01'",
                "DATE-OBS= '2026-01-02T03.5'",
                "JD      = 12.5",
                "GAIN    = 1",
                "MJD-OBS = 0.0",
                "DATE-OBS= '2026-01-02T03:04:05+99:00'"
            })
    void saysNothingWhereNoMomentIsMeant(String cards) {
        assertThat(FitsFacts.of(padded(cards)).exposedAt()).isEmpty();
    }

    private static String[] padded(String cards) {
        String[] each = cards.split("\\|", -1);
        for (int i = 0; i < each.length; i++) {
            each[i] = String.format("%-80s", each[i]);
        }
        return each;
    }
}
