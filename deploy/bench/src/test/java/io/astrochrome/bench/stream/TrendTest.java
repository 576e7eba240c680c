package io.astrochrome.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void isThatOfTheLaterHalfWhateverSingleLooksSay() {
        var trend = new Trend();
        var random = new SplittableRandom(1);
        for (var second = 0; second <= 7200; second += 60) {
            var warmUp = second < 3600 ? 100 * Math.exp(-second / 600.0) : 0;
            var outlier = second % 780 == 0 ? 500 : 0;
            trend.at(second, 300 - warmUp + 12.0 * second / 3600 + random.nextDouble() + outlier);
        }

        assertThat(trend.anHour()).isCloseTo(12, within(1.0));
    }

    @Test
    void isNotKnownOfASingleLook() {
        var trend = new Trend();
        trend.at(1, 1);

        assertThat(trend.anHour()).isNaN();
    }
}
