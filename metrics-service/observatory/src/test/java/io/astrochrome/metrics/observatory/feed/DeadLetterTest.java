package io.astrochrome.metrics.observatory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T20:00:00Z");

    private static DeadLetter letter(long offset, int second, String... stages) {
        return new DeadLetter(
                List.of(stages), "cut off", "frames.v1", 2, offset, null, null, NIGHT.plusSeconds(second));
    }

    @Test
    void isKnownByItsPlaceInTheLog() {
        assertThat(letter(12, 0, "preprocess").id()).isEqualTo("frames.v1/2/12");
    }

    @Test
    void givenUpByOthersTooItNamesEachStageOnceAndKeepsTheFirstsReason() {
        DeadLetter first = letter(12, 0, "preprocess");
        DeadLetter other = new DeadLetter(
                List.of("metrics", "preprocess"), "no JSON", "frames.v1", 2, 12, null, null, NIGHT.plusSeconds(9));

        DeadLetter both = first.and(other);

        assertThat(both.stages()).containsExactly("preprocess", "metrics");
        assertThat(both.reason()).isEqualTo("cut off");
        assertThat(both.at()).isEqualTo(NIGHT);
        assertThat(both.and(other)).as("heard again").isEqualTo(both);
    }

    @Test
    void theNewestComesFirst() {
        List<DeadLetter> letters =
                new ArrayList<>(List.of(letter(1, 5, "a"), letter(3, 9, "a"), letter(2, 5, "a"), letter(4, 1, "a")));
        Collections.reverse(letters);
        letters.sort(DeadLetter.NEWEST_FIRST);

        assertThat(letters).extracting(DeadLetter::offset).containsExactly(3L, 1L, 2L, 4L);
    }
}
