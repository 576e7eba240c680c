package io.astrochrome.imaging.stretch;

/**
 * The midtone transfer function after shadows were clipped.
 *
 * @param shadows what becomes 0
 * @param midtones what becomes one half, on the scale from shadows to 1
 */
record MidtoneTone(double shadows, double midtones) implements ToneCurve {
    static final String LINKED = "midtone-linked";
    static final String UNLINKED = "midtone-unlinked";
    static final String SHADOWS = "shadows";
    static final String MIDTONES = "midtones";

    /** The balance that changes nothing. */
    static final double NEUTRAL = 0.5;

    @Override
    public double apply(double value) {
        return value <= shadows ? 0 : transfer(midtones, (value - shadows) / (1 - shadows));
    }

    /** (m - 1) x / ((2 m - 1) x - m): 0 stays 0, m becomes one half, 1 stays 1. */
    static double transfer(double balance, double value) {
        if (value <= 0) {
            return 0;
        }
        if (value >= 1) {
            return 1;
        }
        return (balance - 1) * value / ((2 * balance - 1) * value - balance);
    }
}
