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

    @Test
    void whatItTellsAreSharesThatGoWithTheSumsOfTheirWeights() {
        LikelihoodFit fit = new LikelihoodFit(new float[] {1, -2, 0.5f, 0, 3, 1}, new float[] {0.1f, -0.4f, 0.2f});
        float[] seen = {0.7f, -0.3f};

        float[] told = fit.told(new float[][] {seen})[0];

        double[] powers = new double[3];
        for (int look = 0; look < 3; look++) {
            powers[look] = Math.exp(told(fit, seen, look));
        }
        double all = powers[0] + powers[1] + powers[2];
        for (int look = 0; look < 3; look++) {
            assertThat((double) told[look]).isCloseTo(powers[look] / all, within(1e-6));
        }
    }

    @Test
    void whatItTellsStaysFiniteHoweverFarApartLooksAre() {
        LikelihoodFit fit = new LikelihoodFit(new float[] {1000, -1000}, new float[] {0, 0});

        assertThat(fit.told(new float[][] {{5}, {-5}, {0}}))
                .isDeepEqualTo(new float[][] {{1, 0}, {0, 1}, {0.5f, 0.5f}});
    }

    @Test
    void theSameInputGivesTheSameFitAndWhatIsAskedIsLeftAsItIs() {
        float[][] seen = seen(20);
        float[][] wanted = new float[20][];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = new float[] {i % 2, 1 - i % 2};
        }
        LikelihoodFit once = LikelihoodFit.of(seen, wanted);

        assertThat(seen).isDeepEqualTo(seen(20));
        assertThat(LikelihoodFit.of(seen, wanted).weights()).isEqualTo(once.weights());
    }

    @Test
    void aFeatureThatNeverChangesHasNoSay() {
        float[][] seen = {{3, 0}, {3, 1}, {3, 0}, {3, 1}};
        float[][] wanted = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
        LikelihoodFit fit = LikelihoodFit.of(seen, wanted);

        assertThat(fit.weights()[0]).isZero();
        assertThat(fit.weights()[2]).isZero();
        assertThat(fit.told(seen)[0][0]).isGreaterThan(0.8f);
        assertThat(fit.told(seen)[1][0]).isLessThan(0.2f);
    }

    @Test
    void oneLookAloneIsCertain() {
        assertThat(LikelihoodFit.of(seen(6), new float[][] {{1}, {1}, {1}, {1}, {1}, {1}})
                        .told(seen(6)))
                .isDeepEqualTo(new float[][] {{1}, {1}, {1}, {1}, {1}, {1}});
    }
}
