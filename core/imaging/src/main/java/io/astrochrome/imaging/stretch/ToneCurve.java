package io.astrochrome.imaging.stretch;

/** One channel's curve: never falls, takes [0, 1] into [0, 1]. */
sealed interface ToneCurve permits MidtoneTone, AsinhTone, PercentileTone, IdentityTone {
    double apply(double value);
}
