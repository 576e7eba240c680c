package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LookGainsTest {
    @Test
    void theLookThatGainsMostIsTheLikeliestAndEqualOnesShare() {
        float[][] likelihoods = new LookGains(new double[][] {{3, 1, 2}, {-4, -4, -40}}).likelihoods();

        assertThat(likelihoods[0][0]).isGreaterThan(likelihoods[0][2]);
        assertThat(likelihoods[0][2]).isGreaterThan(likelihoods[0][1]);
        assertThat(likelihoods[0][0] + likelihoods[0][1] + likelihoods[0][2]).isCloseTo(1, within(1e-6f));
        assertThat(likelihoods[1]).containsExactly(new float[] {0.5f, 0.5f, 0}, within(1e-6f));
    }
}
