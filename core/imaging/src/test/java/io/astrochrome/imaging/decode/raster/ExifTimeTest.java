package io.astrochrome.imaging.decode.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifTimeTest {
    private static final Optional<String> NONE = Optional.empty();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2024:02:29 23:59:58, 2024-02-29T23:59:58Z",
        "2024-02-29T23:59:58, 2024-02-29T23:59:58Z",
        "2024:02:29 23:59, 2024-02-29T23:59:00Z",
        "2024:02:29 23:59:58+01:00, 2024-02-29T23:59:58Z"
    })
    void datesAreReadAsProgramsWriteThem(String date, Instant time) {
        assertThat(ExifTime.of(date, NONE, NONE)).contains(time);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "    :  :     :  :  ",
                "0000:00:00 00:00:00",
                "2023:02:29 00:00:00",
                "2024:01:01 24:00:00",
                "24:1:1"
            })
    void whatIsNoDateIsNone(String date) {
        assertThat(ExifTime.of(date, NONE, NONE)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} ns")
    @CsvSource({
        "5, 500000000",
        "05, 50000000",
        "123456789, 123456789",
        "' 25 ', 250000000",
        "1234567890, 0",
        "x, 0",
        "'', 0"
    })
    void fractionsOfASecondAreDigitsBehindItsPoint(String subseconds, int nanos) {
        assertThat(ExifTime.of("2024:02:29 23:59:58", Optional.of(subseconds), NONE))
                .contains(Instant.parse("2024-02-29T23:59:58Z").plusNanos(nanos));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "+02:00, 21:59:58",
        "-05:30, 05:29:58",
        "Z, 23:59:58",
        "' +02:00 ', 21:59:58",
        "east, 23:59:58",
        "+99:00, 23:59:58"
    })
    void anOffsetIsTakenOff(String offset, String time) {
        Instant instant =
                ExifTime.of("2024:02:28 23:59:58", NONE, Optional.of(offset)).orElseThrow();
        assertThat(instant.toString()).contains("T" + time + "Z");
    }
}
