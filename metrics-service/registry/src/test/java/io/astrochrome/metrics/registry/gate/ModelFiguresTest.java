package io.astrochrome.metrics.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFiguresTest {
    @Test
    void areNamedByWhoseTheyAre() {
        ModelFigures figures = new ModelFigures(20, 0.5, 0.7, 0.4, 0.8, Double.NaN, 0.3, true);

        assertThat(figures.named("champion"))
                .containsExactly(
                        Map.entry("champion.frames", 20.0),
                        Map.entry("champion.gainDecibels", 0.5),
                        Map.entry("champion.pooledGainDecibels", 0.7),
                        Map.entry("champion.colourfulnessRatio", 0.4),
                        Map.entry("champion.skyChroma", 0.8),
                        Map.entry("champion.newestGainDecibels", Double.NaN),
                        Map.entry("champion.flicker", 0.3));
    }
}
