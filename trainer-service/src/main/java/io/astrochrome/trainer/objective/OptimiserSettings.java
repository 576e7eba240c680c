package io.astrochrome.trainer.objective;

/**
 * Adam's settings, the same for generator and critic. Learning rates are not among them: a schedule drives them with
 * {@link Learner#learningRates}.
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root of the second moment
 * @param weightDecay decoupled weight decay (AdamW, arXiv:1711.05101); 0 is plain Adam
 * @param clipNorm a gradient whose norm over all parameters is larger is scaled down to it; 0 never clips
 */
public record OptimiserSettings(double beta1, double beta2, double epsilon, double weightDecay, double clipNorm) {
    /**
     * @throws IllegalArgumentException where a beta lies outside [0, 1), or another value is negative
     */
    public OptimiserSettings {
        requireIn01("beta1", beta1);
        requireIn01("beta2", beta2);
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon must be positive, not " + epsilon);
        }
        if (!(weightDecay >= 0)) {
            throw new IllegalArgumentException("weight decay must not be negative, it is " + weightDecay);
        }
        if (!(clipNorm >= 0)) {
            throw new IllegalArgumentException("clip norm must not be negative, it is " + clipNorm);
        }
    }

    private static void requireIn01(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in [0, 1), not " + value);
        }
    }

    /** Adam(0, 0.9) of the paper, epsilon 1e-8, no weight decay, no clipping. */
    public static OptimiserSettings paper() {
        return new OptimiserSettings(0, 0.9, 1e-8, 0, 0);
    }
}
