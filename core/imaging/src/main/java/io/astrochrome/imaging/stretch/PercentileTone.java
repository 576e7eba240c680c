package io.astrochrome.imaging.stretch;

/** A straight line from {@code low}, which becomes 0, to {@code high}, which becomes 1. */
record PercentileTone(double low, double high) implements ToneCurve {
    static final String NAME = "percentile";
    static final String LOW = "low";
    static final String HIGH = "high";

    @Override
    public double apply(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }
}
