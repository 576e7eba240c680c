package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.LabImage;
import java.util.List;

/**
 * The tint of black sky: sums over the pixels with L* under {@value #DARK}.
 *
 * @param pixels how many those are
 * @param a sum of |a*|
 * @param b sum of |b*|
 */
record Sky(long pixels, double a, double b) {
    private static final float DARK = 10;

    static Sky of(LabImage prediction) {
        long pixels = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < prediction.lStar().length; i++) {
            if (prediction.lStar()[i] < DARK) {
                pixels++;
                a += Math.abs(prediction.requireA()[i]);
                b += Math.abs(prediction.requireB()[i]);
            }
        }
        return new Sky(pixels, a, b);
    }

    static Sky sum(List<Sky> skies) {
        return new Sky(
                skies.stream().mapToLong(Sky::pixels).sum(),
                skies.stream().mapToDouble(Sky::a).sum(),
                skies.stream().mapToDouble(Sky::b).sum());
    }

    /** Mean |a*|; NaN where there is no black sky. */
    double meanA() {
        return pixels == 0 ? Double.NaN : a / pixels;
    }

    /** Mean |b*|; NaN where there is no black sky. */
    double meanB() {
        return pixels == 0 ? Double.NaN : b / pixels;
    }
}
