package io.astrochrome.metrics.observatory.nights;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.events.night.SubJudged;
import io.astrochrome.events.night.SubPlace;
import io.astrochrome.events.night.SubShown;
import org.junit.jupiter.api.Test;

class NightLogTest {
    private static final int MOST_TARGETS = 64;

    private final NightLog log = new NightLog();

    @Test
    void tellsATargetsExposuresInTheirOrderAndNoOthers() {
        log.heard(Subs.stackedOf("M 42", 1));
        log.heard(Subs.stackedOf("M 31", 1));
        log.heard(Subs.stackedOf("M 42", 2));

        assertThat(log.subs("M 42")).extracting(sub -> sub.frame().fileName()).containsExactly("1.fits", "2.fits");
        assertThat(log.subs("nobody")).isEmpty();
    }

    @Test
    void whatWasSaidLastOfAnExposureCountsAndItKeepsItsPlace() {
        SubJudged first = Subs.stackedOf("M 42", 1);
        SubJudged second = Subs.stackedOf("M 42", 2);
        SubJudged out = first.movedTo(SubPlace.TAKEN_OUT, "a plane").shownAs(SubShown.SINGLE);
        log.heard(first);
        log.heard(second);
        log.heard(out);
        log.heard(out);

        assertThat(log.subs("M 42")).containsExactly(out, second);
    }

    @Test
    void whatWasAskedForIsNotChangedByWhatComesLater() {
        log.heard(Subs.stackedOf("M 42", 1));
        var before = log.subs("M 42");
        log.heard(Subs.stackedOf("M 42", 2));

        assertThat(before).hasSize(1);
    }

    @Test
    void theTargetThatWasHeardOfLongestAgoIsForgotten() {
        for (int i = 0; i < MOST_TARGETS; i++) {
            log.heard(Subs.stackedOf("target " + i, 1));
        }
        log.heard(Subs.stackedOf("target 0", 2));
        log.heard(Subs.stackedOf("one more", 1));

        assertThat(log.subs("target 0")).hasSize(2);
        assertThat(log.subs("target 1")).isEmpty();
        assertThat(log.subs("target 2")).hasSize(1);
    }
}
