package io.astrochrome.metrics.registry.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiniteFiguresTest {
    @Test
    void whatJsonCannotSayIsLeftOut() {
        Map<String, Double> figures = new HashMap<>();
        figures.put("infinite", Double.POSITIVE_INFINITY);
        figures.put("less than all", Double.NEGATIVE_INFINITY);
        figures.put("not measured", Double.NaN);
        figures.put("nothing", null);
        figures.put("gain", 0.5);

        assertThat(FiniteFigures.of(figures)).containsExactly(Map.entry("gain", 0.5));
        assertThat(FiniteFigures.of(Map.of())).isEmpty();
    }

    @Test
    void figuresAreRoundedToFourDigitsAndInTheOrderOfTheirNames() {
        assertThat(FiniteFigures.of(Map.of("b", 1.234_56, "a", -0.000_04, "c", 1e9 + 0.125)))
                .containsExactly(Map.entry("a", 0.0), Map.entry("b", 1.2346), Map.entry("c", 1_000_000_000.125));
    }
}
