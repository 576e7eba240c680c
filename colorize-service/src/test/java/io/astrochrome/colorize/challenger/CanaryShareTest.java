package io.astrochrome.colorize.challenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CanaryShareTest {
    @Property(tries = 200)
    void keepsATargetWhenTheShareGrows(
            @ForAll String target,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @DoubleRange(max = 1) double more) {
        if (CanaryShare.takes(target, Math.min(share, more))) {
            assertThat(CanaryShare.takes(target, Math.max(share, more))).isTrue();
        }
    }

    @Test
    void takesAboutTheShareOfManyTargets() {
        for (double share : new double[] {0.1, 0.25, 0.5}) {
            long taken = IntStream.range(0, 4000)
                    .filter(i -> CanaryShare.takes("NGC " + i, share))
                    .count();

            assertThat(taken / 4000.0).isCloseTo(share, within(0.03));
        }
    }

    @Test
    void takesAllAndNone() {
        assertThat(CanaryShare.takes("M 51", 1)).isTrue();
        assertThat(CanaryShare.takes("M 51", 0)).isFalse();
    }

    @Test
    void drawsTheSameLineInEveryRun() {
        // Another answer would change the colours of whoever upgrades.
        assertThat(IntStream.rangeClosed(1, 12).filter(i -> CanaryShare.takes("M " + i, 0.25)))
                .containsExactly(1, 2, 7, 11, 12);
    }
}
