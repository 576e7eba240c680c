package io.astrochrome.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.standalone.process.HealthProbe.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private static final Instant START = Instant.parse("2026-11-29T20:00:00Z");

    private final Vitals vitals = new Vitals(Duration.ofMinutes(2), START);

    @Test
    void bearsWithWhatRecovers() {
        assertThat(vitals.judge(Answer.NO, START)).isEmpty();
        assertThat(vitals.judge(Answer.NO, START)).isEmpty();
        assertThat(vitals.judge(Answer.YES, START)).isEmpty();
        assertThat(vitals.judge(Answer.NO, START)).isEmpty();
        assertThat(vitals.judge(Answer.NO, START)).isEmpty();
    }

    @Test
    void givesUpWhatDeniesThreeTimesAlsoWithSilenceInBetween() {
        vitals.judge(Answer.NO, START);
        vitals.judge(Answer.SILENCE, START);
        vitals.judge(Answer.NO, START);

        assertThat(vitals.judge(Answer.NO, START))
                .hasValueSatisfying(how -> assertThat(how).contains("3 times"));
    }

    @Test
    void givesUpWhatIsSilentForTooLong() {
        assertThat(vitals.judge(Answer.SILENCE, START.plusSeconds(119))).isEmpty();
        assertThat(vitals.judge(Answer.SILENCE, START.plusSeconds(120)))
                .hasValueSatisfying(how -> assertThat(how).contains("120 s"));
    }
}
