package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
