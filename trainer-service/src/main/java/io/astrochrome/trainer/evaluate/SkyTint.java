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
record SkyTint(long pixels, double a, double b) {
    private static final float DARK = 10;

    static SkyTint of(LabImage prediction) {
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
        return new SkyTint(pixels, a, b);
    }

    static SkyTint sum(List<SkyTint> skies) {
        return new SkyTint(
                skies.stream().mapToLong(SkyTint::pixels).sum(),
                skies.stream().mapToDouble(SkyTint::a).sum(),
                skies.stream().mapToDouble(SkyTint::b).sum());
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
