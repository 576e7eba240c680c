package io.astrochrome.imaging.night;

import java.util.Locale;
import java.util.Optional;

/**
 * How good an exposure must be beside the best so far of its target.
 *
 * @param greatestWidth of its stars, as a part of the best one's on the grid
 * @param greatestElongation of its stars
 * @param leastBrightness of its stars, as a part of the brightest one's
 */
public record SubGates(double greatestWidth, double greatestElongation, double leastBrightness) {
    /** Stars up to twice as wide and twice as long as wide, and a third of the light. */
    public static final SubGates DEFAULT = new SubGates(2, 2, 1 / 3.0);

    /** Why an exposure is not good enough; empty where it is. */
    Optional<String> objection(
            SubQuality quality, double widthOnGrid, double bestWidth, double brightness, double brightest) {
        if (quality.elongation() > greatestElongation) {
            return said("its stars are %.1f times as long as wide", quality.elongation());
        }
        if (bestWidth > 0 && widthOnGrid > greatestWidth * bestWidth) {
            return said("its stars are %.1f times as wide as the best one's", widthOnGrid / bestWidth);
        }
        return brightness < leastBrightness * brightest
                ? said("its stars have %.0f %% of their light", 100 * brightness / brightest)
                : Optional.empty();
    }

    private static Optional<String> said(String sentence, double figure) {
        return Optional.of(String.format(Locale.ROOT, sentence, figure));
    }
}
