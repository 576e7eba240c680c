package io.astrochrome.colorize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.colorize.replay.ReplaySpan;
import io.astrochrome.events.Purpose;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class SpanOptionsTest {
    private static ReplaySpan span(String... arguments) {
        SpanOptions options = new SpanOptions();
        CommandLine line = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        line.parseArgs(arguments);
        return options.span(line);
    }

    @Test
    void withoutAnyAllLiveAndValidationFramesAreMeant() {
        ReplaySpan all = span();

        assertThat(all.from()).isNull();
        assertThat(all.to()).isNull();
        assertThat(all.offsets()).isEmpty();
        assertThat(all.targets()).isEmpty();
        assertThat(all.purposes()).containsExactlyInAnyOrder(Purpose.LIVE, Purpose.VALIDATION);
    }

    @Test
    void eachNarrowsTheSpan() {
        ReplaySpan some = span(
                "--from",
                "2026-11-22T20:00:00Z",
                "--to",
                "2026-11-22T21:00:00Z",
                "-t",
                "M 31",
                "-t",
                "M 42",
                "-p",
                "train");

        assertThat(some.from()).isEqualTo(Instant.parse("2026-11-22T20:00:00Z"));
        assertThat(some.to()).isEqualTo(Instant.parse("2026-11-22T21:00:00Z"));
        assertThat(some.targets()).containsExactlyInAnyOrder("M 31", "M 42");
        assertThat(some.purposes()).containsExactly(Purpose.TRAIN);
    }

    @Test
    void offsetsAreOfPartitionsTheLastIncluded() {
        assertThat(span("--offsets", "0:5-9,2:0-0", "--offsets", "11:8589934592-8589934593")
                        .offsets())
                .isEqualTo(Map.of(
                        0, new ReplaySpan.Offsets(5, 9),
                        2, new ReplaySpan.Offsets(0, 0),
                        11, new ReplaySpan.Offsets(8_589_934_592L, 8_589_934_593L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1:5", "1:5-", ":5-9", "one:5-9", "1:5-9-10", "1:9-5", "99999999999:1-2"})
    void whatAreNoOffsetsIsWrongUsage(String offsets) {
        assertThatThrownBy(() -> span("--offsets", offsets))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("FIRST-LAST, not");
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsWrongUsage() {
        assertThatThrownBy(() -> span("--from", "2026-11-22T20:00:00Z", "--to", "2026-11-22T20:00:00Z"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("not before its end");
    }
}
