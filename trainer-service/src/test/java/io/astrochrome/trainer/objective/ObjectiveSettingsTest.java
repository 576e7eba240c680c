package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveSettingsTest {
    private static final int WEIGHTS = 6;

    /** Settings of which one weight is that. */
    private static ObjectiveSettings of(int weight, double value) {
        double[] w = new double[WEIGHTS];
        w[weight] = value;
        return new ObjectiveSettings(
                Adversarial.NONE, w[0], 1, PixelLoss.L1, w[1], w[2], 0, w[3], Path.of("lpips"), w[4], w[5], 0);
    }

    private static ObjectiveSettings of(int interval, double balance, double decay) {
        return new ObjectiveSettings(Adversarial.NONE, 10, interval, PixelLoss.L1, 1, 0, balance, 0, null, 0, 0, decay);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void weightsAreFiniteAndNotNegative(double value) {
        String[] names = {"penalty", "pixel", "lightness", "perceptual", "colourfulness", "sky"};
        for (int weight = 0; weight < WEIGHTS; weight++) {
            int which = weight;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(which, value))
                    .withMessage(names[weight] + " weight must be finite and not negative, it is " + value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 'penalty interval must be at least 1, not 0'",
        "1, -0.1, 0, 'picture balance must lie in [0, 1], not -0.1'",
        "1, 1.1, 0, 'picture balance must lie in [0, 1], not 1.1'",
        "1, NaN, 0, 'picture balance must lie in [0, 1], not NaN'",
        "1, 0, 1, 'EMA decay must lie in [0, 1), not 1.0'",
        "1, 0, -0.5, 'EMA decay must lie in [0, 1), not -0.5'"
    })
    void otherNumbersHaveTheirBounds(int interval, double balance, double decay, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(interval, balance, decay))
                .withMessage(rule);
    }

    @Test
    void thePerceptualLossNeedsItsFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ObjectiveSettings(Adversarial.NONE, 10, 1, PixelLoss.L1, 1, 0, 0, 0.5, null, 0, 0, 0))
                .withMessage("a perceptual weight of 0.5 needs the LPIPS file");
        assertThat(of(3, 0.5).withPerceptualWeights(Path.of("other")).perceptualWeights())
                .isEqualTo(Path.of("other"));
        assertThat(of(3, 0.5).withPerceptualWeights(Path.of("lpips"))).isEqualTo(of(3, 0.5));
    }

    @Test
    void thePapersSettingsAreThePapers() {
        assertThat(ObjectiveSettings.wganGp(7).penaltyWeight()).isEqualTo(10);
        assertThat(ObjectiveSettings.wganGp(7).penaltyInterval()).isEqualTo(1);
        assertThat(ObjectiveSettings.wganGp(7).pixelWeight()).isEqualTo(7);
        assertThat(ObjectiveSettings.pixelOnly(PixelLoss.L2).adversarial()).isEqualTo(Adversarial.NONE);
        assertThat(OptimiserSettings.paper()).isEqualTo(new OptimiserSettings(0, 0.9, 1e-8, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.9, 1e-8, 0, 0, 'beta1 must lie in [0, 1), not 1.0'",
        "NaN, 0.9, 1e-8, 0, 0, 'beta1 must lie in [0, 1), not NaN'",
        "0, -0.1, 1e-8, 0, 0, 'beta2 must lie in [0, 1), not -0.1'",
        "0, 0.9, 0, 0, 0, 'epsilon must be positive, not 0.0'",
        "0, 0.9, 1e-8, -1, 0, 'weight decay must not be negative, it is -1.0'",
        "0, 0.9, 1e-8, 0, -1, 'clip norm must not be negative, it is -1.0'"
    })
    void theOptimisersNumbersHaveTheirBounds(
            double beta1, double beta2, double epsilon, double decay, double clip, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OptimiserSettings(beta1, beta2, epsilon, decay, clip))
                .withMessage(rule);
    }
}
