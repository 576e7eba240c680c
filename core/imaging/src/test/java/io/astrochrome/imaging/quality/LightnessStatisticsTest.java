package io.astrochrome.imaging.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LightnessStatisticsTest {
    @Test
    void aFewBrightStarsMoveTheMeanAndNotTheBackground() {
        float[] sky = new float[100];
        for (int i = 0; i < sky.length; i++) {
            sky[i] = i < 90 ? 20 + i % 3 : 100;
        }

        LightnessStatistics statistics = LightnessStatistics.of(sky);

        assertThat(statistics.mean()).isCloseTo(0.9 * 21 + 10, within(1e-5));
        assertThat(statistics.background()).isEqualTo(21);
        assertThat(statistics.backgroundSpread()).isEqualTo(1);
        assertThat(statistics.deviation()).isCloseTo(23.71, within(0.01));
    }

    @Test
    void comesBackFromItsNames() {
        LightnessStatistics statistics = new LightnessStatistics(1, 2, 3, 4);

        assertThat(LightnessStatistics.ofNamed(statistics.named())).isEqualTo(statistics);
        assertThat(LightnessStatistics.mean(List.of(statistics, new LightnessStatistics(3, 4, 5, 6))))
                .isEqualTo(new LightnessStatistics(2, 3, 4, 5));
        assertThatThrownBy(() -> LightnessStatistics.ofNamed(Map.of("background", 1.0)))
                .hasMessageContaining("lightnessMean");
    }
}
