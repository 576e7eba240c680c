package io.astrochrome.trainer.objective;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step measured, by name: {@code total}, its unweighted parts ({@code pixel}, {@code adversarial},
 * {@code penalty}, {@code wasserstein}, {@code perceptual}, {@code colourfulness}, {@code sky}, those that were taken), and
 * {@code gradientNorm} before clipping. Immutable.
 */
public record StepLosses(Map<String, Double> named) {
    public StepLosses {
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** Whether each value is a finite number; the step's update was left out where this is false. */
    public boolean finite() {
        return named.values().stream().allMatch(Double::isFinite);
    }

    /**
     * The value of that name.
     *
     * @throws IllegalArgumentException where the step did not measure it
     */
    public double get(String name) {
        Double value = named.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the step measured " + named.keySet() + ", not " + name);
        }
        return value;
    }
}
