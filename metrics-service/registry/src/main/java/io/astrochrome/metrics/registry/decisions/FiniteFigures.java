package io.astrochrome.metrics.registry.decisions;

import java.util.Map;
import java.util.TreeMap;

/** Figures as an event may have them: JSON knows no NaN. */
final class FiniteFigures {
    private FiniteFigures() {}

    /** Those that are finite, rounded to what can be read. */
    static Map<String, Double> of(Map<String, Double> figures) {
        Map<String, Double> finite = new TreeMap<>();
        figures.forEach((name, value) -> {
            if (value != null && Double.isFinite(value)) {
                finite.put(name, Math.round(value * 1e4) / 1e4);
            }
        });
        return finite;
    }
}
