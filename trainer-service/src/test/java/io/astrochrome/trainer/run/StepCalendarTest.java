package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.recipe.RecipeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepCalendarTest {
    private StepCalendar calendar;

    @BeforeEach
    void ofThreePhases() throws Exception {
        calendar = new StepCalendar(RecipeReader.read("test", """
                name: three
                phases:
                  - {name: first, steps: 10, side: 64, batch: 4}
                  - {name: second, steps: 5, side: 128, batch: 2}
                  - {name: third, steps: 100, side: 128, batch: 8}
                """));
    }

    @Test
    void noViewIsDrawnTwiceAndNoneIsLeftOutWhereABatchChanges() {
        assertThat(calendar.firstView(0)).isZero();
        assertThat(calendar.firstView(1)).isEqualTo(4);
        assertThat(calendar.firstView(10)).isEqualTo(40);
        assertThat(calendar.firstView(11)).isEqualTo(42);
        assertThat(calendar.firstView(15)).isEqualTo(50);
        assertThat(calendar.firstView(16)).isEqualTo(58);
    }

    @Test
    void aPhaseStartsWithItsFirstStepAlone() {
        assertThat(calendar.startsPhase(0)).isTrue();
        assertThat(calendar.startsPhase(1)).isFalse();
        assertThat(calendar.startsPhase(9)).isFalse();
        assertThat(calendar.startsPhase(10)).isTrue();
        assertThat(calendar.startsPhase(11)).isFalse();
        assertThat(calendar.startsPhase(15)).isTrue();
    }
}
