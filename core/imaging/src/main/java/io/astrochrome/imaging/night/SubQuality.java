package io.astrochrome.imaging.night;

import io.astrochrome.imaging.register.SkyBackground;
import io.astrochrome.imaging.register.Star;
import java.util.List;

/**
 * What an exposure is worth.
 *
 * @param stars how many were found, at most as many as are looked for
 * @param width of its stars, the median full width at half maximum, in its px; 0 where none was found
 * @param elongation of its stars, the median
 * @param background the sky, in its units
 * @param noise of a pixel, in its units
 */
public record SubQuality(int stars, double width, double elongation, double background, double noise) {
    static SubQuality of(List<Star> stars, SkyBackground background) {
        return new SubQuality(
                stars.size(),
                median(stars.stream().mapToDouble(Star::width).sorted().toArray()),
                median(stars.stream().mapToDouble(Star::elongation).sorted().toArray()),
                background.level(),
                background.noise());
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
