package io.astrochrome.imaging.stretch;

/**
 * asinh(strength x) / asinh(strength) after shadows were clipped.
 *
 * @param shadows what becomes 0
 * @param strength how far the shadows are lifted; 0 for a straight line
 */
record AsinhTone(double shadows, double strength) implements ToneCurve {
    static final String NAME = "asinh";
    static final String SHADOWS = "shadows";
    static final String STRENGTH = "strength";

    @Override
    public double apply(double value) {
        return value <= shadows ? 0 : transfer(strength, (value - shadows) / (1 - shadows));
    }

    static double transfer(double strength, double value) {
        double clipped = Math.max(0, Math.min(1, value));
        return strength <= 0 ? clipped : asinh(strength * clipped) / asinh(strength);
    }

    private static double asinh(double x) {
        return Math.log(x + Math.sqrt(x * x + 1));
    }
}
