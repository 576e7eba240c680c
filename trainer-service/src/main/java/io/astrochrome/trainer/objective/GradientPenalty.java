package io.astrochrome.trainer.objective;

import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import java.util.function.UnaryOperator;

/**
 * Holds the critic's slope at one, with exact second-order gradients: the mean over pictures of
 * {@code (|d score / d ab| - 1)^2} on points between true and made ab; Gulrajani et al. 2017, arXiv:1704.00028. A picture's
 * score is the mean over its patches; lightness is the condition, so the slope is taken for ab alone.
 */
public final class GradientPenalty {
    /** Keeps the norm differentiable at zero. */
    private static final double EPSILON = 1e-12;

    private GradientPenalty() {}

    /**
     * The unweighted penalty.
     *
     * @param between ab {@code [N, 2, H, W]} on the way from true to made
     * @param scores the critic, from ab to patch scores {@code [N, 1, h, w]}
     */
    public static Value of(Tape tape, Value between, UnaryOperator<Value> scores) {
        Value ab = tape.watched(between);
        Value patches = scores.apply(ab);
        long pictures = ab.shape()[0];
        // Pictures do not mix, so the gradient of the sum holds each picture's own.
        Value sum = tape.scale(tape.mean(patches), (double) pictures);
        Value slopes = tape.gradient(sum, ab);
        Value norms = tape.sqrt(tape.plus(tape.sum(tape.square(slopes), 1, 2, 3), EPSILON));
        return tape.mean(tape.square(tape.plus(norms, -1)));
    }
}
