package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;

/**
 * How strongly the night sky is tinted: the mean square of a and b over all pixels, weighted by 1 at L* up to 5, falling to
 * 0 at L* of 15. Published pictures' skies have every tint, so the mean of them is right for none; grey is right for most.
 */
final class SkyTerm {
    private static final double BLACK_UP_TO = 5;
    private static final double SKY_UP_TO = 15;
    /** L* of a step of 1 in normalised lightness. */
    private static final double L_STAR = 50;

    private SkyTerm() {}

    /** @param unguided 1 for a picture without a palette, 0 for one whose palette tells its sky, {@code [N, 1, 1, 1]} */
    static Value of(Tape tape, Value l, Value ab, Value unguided) {
        double slope = -L_STAR / (SKY_UP_TO - BLACK_UP_TO);
        Value sky = tape.clamp(tape.plus(tape.scale(l, slope), SKY_UP_TO / (SKY_UP_TO - BLACK_UP_TO) + slope), 0, 1);
        return tape.mean(tape.multiply(tape.square(ab), tape.multiply(sky, unguided)));
    }
}
