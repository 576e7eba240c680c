package io.astrochrome.trainer.objective;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the networks are trained for. All weights multiply a mean over pixels, so they do not depend on the picture's
 * size.
 *
 * @param adversarial the game between generator and critic
 * @param penaltyWeight lambda of the gradient penalty; the WGAN-GP paper's is 10
 * @param penaltyInterval the penalty is taken at every n-th critic step, n times as heavy; 1 is exact WGAN-GP
 * @param pixelLoss distance between predicted and true ab
 * @param pixelWeight weight of the pixel loss; 0 leaves it out
 * @param lightnessWeight a pixel counts {@code 1 + lightnessWeight * L} with L in [0, 1], so that faint sky does not
 *     drown the object; weights are scaled to a mean of 1; 0 leaves all equal
 * @param pictureBalance how far pictures of little chroma count like those of much, in [0, 1]: a picture counts its mean
 *     square of a and b to the power of minus this; 0 leaves all pixels equal, 1 asks for the mean gain in decibels
 * @param perceptualWeight weight of LPIPS (squeeze) between the pictures in sRGB; 0 leaves it out
 * @param perceptualWeights file with the LPIPS values (safetensors); may be null where the weight is 0
 * @param colourfulnessWeight weight of the shortfall in chroma spread against the true picture; 0 leaves it out
 * @param skyWeight weight of the mean square of a and b that the night sky is given, where the picture comes without a
 *     palette; 0 leaves it out
 * @param emaDecay decay of the generator's exponential moving average per generator step, in [0, 1); 0 keeps none
 */
public record ObjectiveSettings(
        Adversarial adversarial,
        double penaltyWeight,
        int penaltyInterval,
        PixelLoss pixelLoss,
        double pixelWeight,
        double lightnessWeight,
        double pictureBalance,
        double perceptualWeight,
        @Nullable Path perceptualWeights,
        double colourfulnessWeight,
        double skyWeight,
        double emaDecay) {
    /** Lambda of the WGAN-GP paper, arXiv:1704.00028. */
    public static final double PAPER_PENALTY_WEIGHT = 10;

    /**
     * @throws IllegalArgumentException where a weight is negative or not finite, or a value breaks its parameter's rule
     */
    public ObjectiveSettings {
        requireWeight("penalty weight", penaltyWeight);
        requireWeight("pixel weight", pixelWeight);
        requireWeight("lightness weight", lightnessWeight);
        requireWeight("perceptual weight", perceptualWeight);
        requireWeight("colourfulness weight", colourfulnessWeight);
        requireWeight("sky weight", skyWeight);
        if (!(pictureBalance >= 0 && pictureBalance <= 1)) {
            throw new IllegalArgumentException("picture balance must lie in [0, 1], not " + pictureBalance);
        }
        if (penaltyInterval < 1) {
            throw new IllegalArgumentException("penalty interval must be at least 1, not " + penaltyInterval);
        }
        if (!(emaDecay >= 0 && emaDecay < 1)) {
            throw new IllegalArgumentException("EMA decay must lie in [0, 1), not " + emaDecay);
        }
        if (perceptualWeight > 0 && perceptualWeights == null) {
            throw new IllegalArgumentException("a perceptual weight of " + perceptualWeight + " needs the LPIPS file");
        }
    }

    private static void requireWeight(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, it is " + value);
        }
    }

    /** The same with the perceptual loss's weights in that file. */
    public ObjectiveSettings withPerceptualWeights(Path file) {
        return new ObjectiveSettings(
                adversarial,
                penaltyWeight,
                penaltyInterval,
                pixelLoss,
                pixelWeight,
                lightnessWeight,
                pictureBalance,
                perceptualWeight,
                file,
                colourfulnessWeight,
                skyWeight,
                emaDecay);
    }

    /** Wasserstein loss with penalty 10 at every step, {@code pixelWeight} times L1, and an EMA of 0.999. */
    public static ObjectiveSettings wganGp(double pixelWeight) {
        return new ObjectiveSettings(
                Adversarial.WGAN_GP, PAPER_PENALTY_WEIGHT, 1, PixelLoss.L1, pixelWeight, 0, 0, 0, null, 0, 0, 0.999);
    }

    /** The pixel loss alone, with an EMA of 0.999. */
    public static ObjectiveSettings pixelOnly(PixelLoss loss) {
        return new ObjectiveSettings(Adversarial.NONE, PAPER_PENALTY_WEIGHT, 1, loss, 1, 0, 0, 0, null, 0, 0, 0.999);
    }
}
