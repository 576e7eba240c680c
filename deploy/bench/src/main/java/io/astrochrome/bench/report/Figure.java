package io.astrochrome.bench.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One measured value.
 *
 * @param name for people, such as {@code first coloured frame, cold start}
 * @param unit such as {@code s}; empty for a ratio
 * @param bound what the project asks for
 */
@JsonIgnoreProperties(value = "reached", allowGetters = true)
public record Figure(String name, double value, String unit, Bound bound) {
    /** What a value should be. */
    public sealed interface Bound {
        /** The value should not be more. */
        record AtMost(double value) implements Bound {}

        /** The value should not be less. */
        record AtLeast(double value) implements Bound {}

        /** The value is told, not judged. */
        record None() implements Bound {}
    }

    /** A value that should not be more than {@code limit}. */
    public static Figure atMost(String name, double value, String unit, double limit) {
        return new Figure(name, value, unit, new Bound.AtMost(limit));
    }

    /** A value that should not be less than {@code limit}. */
    public static Figure atLeast(String name, double value, String unit, double limit) {
        return new Figure(name, value, unit, new Bound.AtLeast(limit));
    }

    /** A value that is told, not judged. */
    public static Figure told(String name, double value, String unit) {
        return new Figure(name, value, unit, new Bound.None());
    }

    /** Whether the value is as it should be. */
    public boolean isReached() {
        if (bound instanceof Bound.AtMost most) {
            return value <= most.value;
        }
        return !(bound instanceof Bound.AtLeast least) || value >= least.value;
    }
}
