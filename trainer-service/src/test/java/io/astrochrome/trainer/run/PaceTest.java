package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long START = 5_000_000_000L;

    private final Pace unlimited = new Pace(RunBudget.UNLIMITED, START);
    private final Pace hour = new Pace(new RunBudget(Duration.ofHours(1), Long.MAX_VALUE), START);

    private static long after(double seconds) {
        return START + (long) (seconds * 1e9);
    }

    @Test
    void beforeTheFirstStepNothingIsKnown() {
        assertThat(unlimited.stepsPerSecond()).isZero();
        assertThat(unlimited.left(100, after(10))).isZero();
    }

    @Test
    void theFirstStepIsTheMeasureAndALaterOneCountsAFiftieth() {
        unlimited.stepped(after(2));
        assertThat(unlimited.stepsPerSecond()).isEqualTo(0.5);

        unlimited.stepped(after(6));

        assertThat(unlimited.stepsPerSecond()).isCloseTo(1 / 2.04, within(1e-9));
    }

    @Test
    void whatIsNoStepTakesNoPartInThePace() {
        unlimited.stepped(after(2));
        unlimited.paused(after(60));
        unlimited.stepped(after(62));

        assertThat(unlimited.stepsPerSecond()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whatIsLeftIsTheStepsTimeOrTheBudgetsWhicheverIsLess() {
        unlimited.stepped(after(2));
        hour.stepped(after(2));

        assertThat(unlimited.left(3000, after(2))).isEqualTo(Duration.ofMinutes(100));
        assertThat(hour.left(3000, after(2))).isEqualTo(Duration.ofSeconds(3598));
        assertThat(hour.left(3, after(2))).isEqualTo(Duration.ofSeconds(6));
        assertThat(hour.left(3, after(3601))).as("never less than nothing").isZero();
    }

    @Test
    void theBudgetIsSpentWhenItsTimeIsOver() {
        assertThat(hour.spent(after(3599.9))).isFalse();
        assertThat(hour.spent(after(3600))).isTrue();
        assertThat(unlimited.spent(after(1e6))).isFalse();
    }

    @Test
    void aBudgetOfNothingIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunBudget(Duration.ZERO, 1))
                .withMessageContaining("longer than nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunBudget(null, 0))
                .withMessageContaining("at least 1");
    }

    @Test
    void aCheckpointIsDueSoLongAfterTheLast() {
        CheckpointClock clock = new CheckpointClock(Duration.ofMinutes(5), START);

        assertThat(clock.due(after(299))).isFalse();
        assertThat(clock.due(after(300))).isTrue();
        clock.saved(after(310));
        assertThat(clock.due(after(609))).isFalse();
        assertThat(clock.due(after(610))).isTrue();
    }
}
