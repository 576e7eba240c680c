package io.astrochrome.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void everyFigureHasItsSignAndTwoDecimals() {
        assertThat(new Interval(0.284, 0.08, 0.479).signed()).isEqualTo("+0.28 [+0.08, +0.48]");
        assertThat(new Interval(-1.5, -12.346, 0).signed()).isEqualTo("-1.50 [-12.35, +0.00]");
    }

    @Test
    void whatRoundsToNothingIsNotNegative() {
        assertThat(new Interval(-0.004, -0.0, -0.005).signed()).isEqualTo("+0.00 [+0.00, +0.00]");
        assertThat(new Interval(-0.006, 0.004, 0.005).signed()).isEqualTo("-0.01 [+0.00, +0.01]");
    }

    @Test
    void whatIsNoNumberIsSaidToBeNone() {
        assertThat(new Interval(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).signed())
                .isEqualTo("NaN [-Infinity, +Infinity]");
    }

    @Test
    void decimalsStandBehindAPointWhereverOneIs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new Interval(1.25, 1, 1.5).signed()).isEqualTo("+1.25 [+1.00, +1.50]");
        } finally {
            Locale.setDefault(before);
        }
    }
}
