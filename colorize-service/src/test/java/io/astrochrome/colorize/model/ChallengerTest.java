package io.astrochrome.colorize.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ChallengerTest {
    @Property(tries = 200)
    void keepsATargetWhenTheShareGrows(
            @ForAll String target,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @DoubleRange(max = 1) double more) {
        if (Challenger.isAmong(Math.min(share, more), target)) {
            assertThat(Challenger.isAmong(Math.max(share, more), target)).isTrue();
        }
    }

    @Test
    void takesAboutTheShareOfManyTargets() {
        for (double share : new double[] {0.1, 0.25, 0.5}) {
            long taken = IntStream.range(0, 4000)
                    .filter(i -> Challenger.isAmong(share, "NGC " + i))
                    .count();

            assertThat(taken / 4000.0).isCloseTo(share, within(0.03));
        }
    }

    @Test
    void takesAllAndNone() {
        assertThat(Challenger.isAmong(1, "M 51")).isTrue();
        assertThat(Challenger.isAmong(0, "M 51")).isFalse();
    }

    @Test
    void drawsTheSameLineInEveryRun() {
        // Another answer would change the colours of whoever upgrades.
        assertThat(IntStream.rangeClosed(1, 12).filter(i -> Challenger.isAmong(0.25, "M " + i)))
                .containsExactly(1, 2, 7, 11, 12);
    }
}
