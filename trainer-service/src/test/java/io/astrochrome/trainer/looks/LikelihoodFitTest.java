package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikelihoodFitTest {
    /** A feature that tells the look, far from zero and small, beside one that tells nothing. */
    private static float[][] seen(int n) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] seen = new float[n][];
        for (int i = 0; i < n; i++) {
            seen[i] = new float[] {5 + 0.01f * (i % 2), (float) random.nextDouble()};
        }
        return seen;
    }

    private static double told(LikelihoodFit fit, float[] seen, int look) {
        double sum = fit.biases()[look];
        for (int i = 0; i < seen.length; i++) {
            sum += (double) fit.weights()[look * seen.length + i] * seen[i];
        }
        return sum;
    }

    @Test
    void whatTellsTheLookIsLearnt() {
        float[][] seen = seen(100);
        float[][] wanted = new float[100][];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = i % 2 == 0 ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f};
        }
        LikelihoodFit fit = LikelihoodFit.of(seen, wanted);

        assertThat(told(fit, seen[0], 0)).isGreaterThan(told(fit, seen[0], 1) + 1);
        assertThat(told(fit, seen[1], 1)).isGreaterThan(told(fit, seen[1], 0) + 1);
    }

    @Test
    void whereNothingTellsTheLookItIsAsLikelyAsItIsOften() {
        float[][] seen = seen(100);
        float[][] wanted = new float[100][];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = i / 2 % 4 == 0 ? new float[] {1, 0} : new float[] {0, 1};
        }
        LikelihoodFit fit = LikelihoodFit.of(seen, wanted);

        double odds = Math.exp(told(fit, seen[0], 1) - told(fit, seen[0], 0));
        assertThat(odds / (1 + odds)).isCloseTo(0.74, within(0.08));
    }
}
