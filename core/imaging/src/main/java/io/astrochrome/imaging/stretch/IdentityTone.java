package io.astrochrome.imaging.stretch;

/** Leaves every value as it is. */
record IdentityTone() implements ToneCurve {
    @Override
    public double apply(double value) {
        return value;
    }
}
