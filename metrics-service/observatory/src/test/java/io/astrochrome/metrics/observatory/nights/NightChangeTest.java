package io.astrochrome.metrics.observatory.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.events.night.StackOrder;
import io.astrochrome.metrics.sample.SampleFrame;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NightChangeTest {
    private static final Instant YESTERDAY = Instant.parse("2026-11-21T20:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final String ONE = SampleFrame.sha256("one");
    private static final String TWO = SampleFrame.sha256("two");
    private static final StackOrder BEFORE =
            new StackOrder("M 42", true, "sho", "look:golden", Set.of(ONE), YESTERDAY, "Ada", "clouds", YESTERDAY);

    private static NightChange change(
            Boolean single, String formula, String palette, String takeOut, String bringBack, Boolean reset) {
        return new NightChange("M 42", single, formula, palette, takeOut, bringBack, reset, "Bo", "why not");
    }

    private static NightChange nothing() {
        return change(null, null, null, null, null, null);
    }

    @Test
    void whatIsNotChangedStaysAsItWas() {
        assertThat(nothing().after(BEFORE, NOW))
                .isEqualTo(new StackOrder(
                        "M 42", true, "sho", "look:golden", Set.of(ONE), YESTERDAY, "Bo", "why not", NOW));
    }

    @Test
    void withoutAnOrderBeforeEverythingIsAsItIsByItself() {
        assertThat(nothing().after(null, NOW))
                .isEqualTo(new StackOrder("M 42", false, null, null, Set.of(), null, "Bo", "why not", NOW));
    }

    @Test
    void eachThingIsChangedByItself() {
        assertThat(change(false, null, null, null, null, null)
                        .after(BEFORE, NOW)
                        .single())
                .isFalse();
        assertThat(change(null, "hoo", null, null, null, null)
                        .after(BEFORE, NOW)
                        .formula())
                .isEqualTo("hoo");
        assertThat(change(null, null, "none", null, null, null)
                        .after(BEFORE, NOW)
                        .palette())
                .isEqualTo("none");
        assertThat(change(null, null, null, TWO, null, null).after(BEFORE, NOW).takenOut())
                .containsExactlyInAnyOrder(ONE, TWO);
        assertThat(change(null, null, null, null, ONE, null).after(BEFORE, NOW).takenOut())
                .isEmpty();
    }

    @Test
    void anEmptyTextGivesTheChoiceBack() {
        StackOrder after = change(null, "", " ", null, null, null).after(BEFORE, NOW);

        assertThat(after.formula()).isNull();
        assertThat(after.palette()).isNull();
    }

    @Test
    void aResetBeginsAnewAndForgetsWhatWasTakenOutButNotTheChoices() {
        StackOrder after = change(null, null, null, TWO, null, true).after(BEFORE, NOW);

        assertThat(after.resetAt()).isEqualTo(NOW);
        assertThat(after.takenOut()).as("what is taken out with it").containsExactly(TWO);
        assertThat(after.formula()).isEqualTo("sho");
        assertThat(change(null, null, null, null, null, false)
                        .after(BEFORE, NOW)
                        .resetAt())
                .isEqualTo(YESTERDAY);
    }

    @Test
    void whatIsTakenOutTwiceIsOutOnceAndWhatWasNeverOutStaysIn() {
        assertThat(change(null, null, null, ONE, TWO, null).after(BEFORE, NOW).takenOut())
                .containsExactly(ONE);
    }

    @Test
    void theOrderBeforeIsNotTouched() {
        change(true, "hoo", "none", TWO, ONE, true).after(BEFORE, NOW);

        assertThat(BEFORE.takenOut()).containsExactly(ONE);
    }

    @Test
    void namesTheRuleThatIsBroken() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NightChange(null, null, null, null, null, null, null, "Bo", "why").after(null, NOW))
                .withMessageContaining("target");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NightChange("M 42", null, null, null, null, null, null, " ", "why").after(null, NOW))
                .withMessageContaining("by");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> change(null, null, null, "sub1.fits", null, null).after(null, NOW))
                .withMessageContaining("takenOut");
    }
}
