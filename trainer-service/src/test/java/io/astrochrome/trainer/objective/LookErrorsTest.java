package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LookErrorsTest {
    @Test
    void theNearestLookIsTheBestAndTheLikeliest() {
        LookErrors errors = new LookErrors(3, new double[] {0.02, 0.01, 0.04});

        assertThat(errors.best(0)).isEqualTo(1);
        assertThat(errors.likelihoods()[1]).isGreaterThan(0.9f);
        assertThat(errors.likelihoods()[0]).isGreaterThan(errors.likelihoods()[2]);
        assertThat(errors.likelihoods()[0] + errors.likelihoods()[1] + errors.likelihoods()[2])
                .isCloseTo(1, within(1e-6f));
    }

    @Test
    void aPictureThatWasNotTriedWantsNoLook() {
        LookErrors errors = LookErrors.none(2, 2);

        assertThat(errors.tried(0)).isFalse();
        assertThat(errors.likelihoods()).containsOnly(0);
    }
}
