package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private final Schedule schedule = new Schedule(10, 0.1, 3);

    @Test
    void risesStraightToTheFullRate() {
        assertThat(schedule.factor(0, 100)).isEqualTo(0.1, within(1e-12));
        assertThat(schedule.factor(9, 100)).isEqualTo(1, within(1e-12));
    }

    @Test
    void fallsAlongHalfACosineToItsFinalFraction() {
        assertThat(schedule.factor(55, 100)).isEqualTo(0.55, within(1e-12));
        assertThat(schedule.factor(100, 100)).isEqualTo(0.1, within(1e-12));
    }

    @Test
    void afterTheEndItStaysWhereItIs() {
        assertThat(schedule.factor(1000, 100)).isEqualTo(0.1, within(1e-12));
        assertThat(schedule.factor(Long.MAX_VALUE, 100)).isEqualTo(0.1, within(1e-12));
    }

    @Test
    void withoutAWarmUpItBeginsAtTheFullRate() {
        assertThat(new Schedule(0, 0, 1).factor(0, 10)).isEqualTo(1);
        assertThat(new Schedule(0, 0, 1).factor(5, 10)).isEqualTo(0.5, within(1e-12));
        assertThat(new Schedule(0, 0, 1).factor(10, 10)).isEqualTo(0, within(1e-12));
    }

    @Test
    void aRunThatIsAllWarmUpRisesToItsEnd() {
        assertThat(new Schedule(10, 0.5, 1).factor(9, 10)).isEqualTo(1);
        assertThat(new Schedule(10, 0.5, 1).factor(10, 10)).as("one step more").isEqualTo(1);
    }

    @Property(tries = 200)
    void firstItRisesThenItFallsAndIsNeverAboveOneOrBelowItsEnd(
            @ForAll @LongRange(min = 0, max = 50) long warmUp,
            @ForAll @DoubleRange(min = 0, max = 1) double end,
            @ForAll @LongRange(min = 51, max = 500) long total) {
        Schedule any = new Schedule(warmUp, end, 1);
        for (long step = 1; step < total; step++) {
            double before = any.factor(step - 1, total);
            double now = any.factor(step, total);
            if (step < warmUp) {
                assertThat(now).isGreaterThan(before).isLessThanOrEqualTo(1);
            } else if (step > warmUp) {
                assertThat(now).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo(end - 1e-12);
            }
        }
    }
}
