package io.astrochrome.trainer.objective;

/** How the distance between predicted and true ab is measured, per pixel and channel, then averaged. */
public enum PixelLoss {
    /** The absolute difference. */
    L1,
    /** {@code sqrt(d^2 + 1e-6)}: the absolute difference, smooth at zero. */
    CHARBONNIER,
    /** The squared difference. */
    L2
}
