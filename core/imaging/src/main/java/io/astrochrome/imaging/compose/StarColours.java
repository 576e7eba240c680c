package io.astrochrome.imaging.compose;

import io.astrochrome.imaging.linear.LinearPlane;
import io.astrochrome.imaging.register.Star;
import java.util.Arrays;
import java.util.List;

/** Calibrates broadband channels by the stars that all of them show: their median is made white. */
final class StarColours {
    private static final int LEAST_STARS = 8;
    private static final int MOST_STARS = 200;

    /** The brightest may be saturated. */
    private static final double SKIPPED = 0.1;

    private StarColours() {}

    /**
     * What each channel is to be multiplied by, so that the median star is equally bright in all; 1 where the stars are too
     * few to tell.
     *
     * @param channels without their sky
     * @param stars of any of them, brightest first
     */
    static double[] gains(List<LinearPlane> channels, List<Star> stars) {
        double[] gains = new double[channels.size()];
        Arrays.fill(gains, 1);
        int from = (int) (SKIPPED * Math.min(MOST_STARS, stars.size()));
        List<Star> some = stars.subList(from, Math.min(stars.size(), from + MOST_STARS));
        double[][] fluxes = new double[channels.size()][some.size()];
        for (int c = 0; c < fluxes.length; c++) {
            for (int i = 0; i < some.size(); i++) {
                fluxes[c][i] = flux(channels.get(c), some.get(i));
            }
        }
        for (int c = 1; c < fluxes.length; c++) {
            double[] ratios = new double[some.size()];
            int count = 0;
            for (int i = 0; i < ratios.length; i++) {
                if (fluxes[0][i] > 0 && fluxes[c][i] > 0) {
                    ratios[count++] = fluxes[0][i] / fluxes[c][i];
                }
            }
            if (count < LEAST_STARS) {
                return new double[] {1, 1, 1};
            }
            Arrays.sort(ratios, 0, count);
            gains[c] = ratios[count / 2];
        }
        return gains;
    }

    private static double flux(LinearPlane plane, Star star) {
        double radius = star.width();
        double sum = 0;
        int left = (int) Math.round(star.x() - radius);
        int top = (int) Math.round(star.y() - radius);
        for (int y = Math.max(0, top); y <= Math.min(plane.height() - 1, top + 2 * radius); y++) {
            for (int x = Math.max(0, left); x <= Math.min(plane.width() - 1, left + 2 * radius); x++) {
                float value = plane.at(x, y);
                if (Math.hypot(x - star.x(), y - star.y()) <= radius) {
                    sum += value; // not-a-number where a pixel is missing: then the star does not count
                }
            }
        }
        return sum;
    }
}
