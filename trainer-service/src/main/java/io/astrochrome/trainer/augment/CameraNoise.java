package io.astrochrome.trainer.augment;

import io.astrochrome.trainer.data.NormalisedLab;
import java.util.random.RandomGenerator;

/**
 * Noise on the lightness alone: what the network is shown is noisy, the colour it should find is not. Read noise is the
 * same everywhere; shot noise grows with the square root of the light; a stretch has lifted both in the dark.
 */
record CameraNoise(double lStarSigma) {
    void apply(NormalisedLab planes, RandomGenerator random) {
        if (lStarSigma <= 0) {
            return;
        }
        for (int i = 0; i < planes.l().length; i++) {
            double light = Math.max(0, (planes.l()[i] + 1) / 2);
            double sigma = lStarSigma * Math.sqrt(0.5 + light) * 2 / 100;
            double noisy = planes.l()[i] + sigma * random.nextGaussian();
            planes.l()[i] = (float) Math.min(1, Math.max(-1, noisy));
        }
    }
}
