package io.astrochrome.trainer.objective;

import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/** From normalised Lab to sRGB (CIELAB, D65, IEC 61966-2-1) on a tape, so that a loss can look at the picture. */
final class DifferentiableSrgb {
    /** CIELAB's knee, 6/29. */
    private static final double KNEE = 6.0 / 29;

    private static final double GAMMA = 2.4;
    private static final double LINEAR_LIMIT = 0.0031308;
    private static final double LINEAR_SLOPE = 12.92;
    private static final double OVERSHOOT = 0.055;
    private static final double FAR = 1e6;

    /** X, Y, Z of the D65 white point. */
    private static final double[] WHITE = {0.95047, 1, 1.08883};

    /** Linear sRGB from XYZ. */
    private static final double[] FROM_XYZ = {
        3.2404542, -1.5371385, -0.4985314, -0.9692660, 1.8760108, 0.0415560, 0.0556434, -0.2040259, 1.0572252
    };

    private DifferentiableSrgb() {}

    /** sRGB {@code [N, 3, H, W]}, in [0, 1] for colours that sRGB has. */
    static Value of(Tape tape, Value l, Value ab) {
        // f(X), f(Y), f(Z) are linear in normalised l, a and b, since L*, a* and b* are.
        double middle = LabScale.lStar(0f);
        double lightness = (LabScale.lStar(1f) - middle) / 116;
        double offset = (middle + 16) / 116;
        double chroma = LabScale.CHROMA;
        double[] curves = {lightness, chroma / 500, 0, lightness, 0, 0, lightness, 0, -chroma / 200};
        double[] offsets = {offset, offset, offset};
        Value f = tape.mixed(tape.concat(l, ab, 1), curves, offsets);
        Value above = tape.clamp(f, KNEE, FAR);
        Value below = tape.clamp(f, -FAR, KNEE);
        Value cubed = tape.multiply(tape.square(above), above);
        Value relative = tape.add(cubed, tape.scale(tape.plus(below, -KNEE), 3 * KNEE * KNEE));
        double[] matrix = new double[FROM_XYZ.length];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = FROM_XYZ[i] * WHITE[i % WHITE.length];
        }
        return encoded(tape, tape.mixed(relative, matrix, new double[3]));
    }

    private static Value encoded(Tape tape, Value linear) {
        Value above = tape.clamp(linear, LINEAR_LIMIT, FAR);
        Value below = tape.clamp(linear, -FAR, LINEAR_LIMIT);
        Value power = tape.exp(tape.scale(tape.log(above), 1 / GAMMA));
        Value curved = tape.plus(tape.scale(power, 1 + OVERSHOOT), -OVERSHOOT);
        return tape.add(curved, tape.scale(tape.plus(below, -LINEAR_LIMIT), LINEAR_SLOPE));
    }
}
