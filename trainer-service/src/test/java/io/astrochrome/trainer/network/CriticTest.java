package io.astrochrome.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CriticTest {
    private static int parameters(CriticSettings settings) {
        return new Critic(settings)
                .parameters().values().stream().mapToInt(ParameterSpec::size).sum();
    }

    @Test
    void theBasicOneIsThePublishedPatchGan() {
        assertThat(parameters(CriticSettings.basic()))
                .as("of three stages, without normalisation, three planes")
                .isEqualTo(2_764_737);
    }

    @ParameterizedTest
    @CsvSource({"256, 256, 30, 30", "128, 128, 14, 14", "64, 96, 6, 10"})
    void theBasicOneScoresThePublishedPatches(int height, int width, int rows, int columns) {
        assertThat(new Critic(CriticSettings.basic()).forward(new Blueprint(), new Feature(3, height, width)))
                .isEqualTo(new Feature(1, rows, columns));
    }

    @Test
    void theComplexOneHalvesFourTimesAndKeepsTheSidesOtherwise() {
        assertThat(new Critic(CriticSettings.complex()).forward(new Blueprint(), new Feature(3, 128, 64)))
                .isEqualTo(new Feature(1, 8, 4));
    }

    @Test
    void stagesGetTwiceAsWideUpToEightTimes() {
        Map<String, ParameterSpec> basic = new Critic(new CriticSettings(CriticKind.BASIC, 4, 0)).parameters();
        assertThat(basic.get("stage.0.weight").shape()).containsExactly(4L, 3L, 4L, 4L);
        assertThat(basic.get("stage.2.weight").shape()).containsExactly(16L, 8L, 4L, 4L);
        assertThat(basic.get("wide.weight").shape()).containsExactly(32L, 16L, 4L, 4L);
        assertThat(basic.get("score.weight").shape()).containsExactly(1L, 32L, 4L, 4L);

        Map<String, ParameterSpec> complex = new Critic(new CriticSettings(CriticKind.COMPLEX, 4, 0)).parameters();
        assertThat(complex.get("stage.3.halve.weight").shape()).containsExactly(32L, 16L, 4L, 4L);
        assertThat(complex.get("stage.3.refine.weight").shape()).containsExactly(32L, 32L, 3L, 3L);
    }

    @ParameterizedTest
    @EnumSource(CriticKind.class)
    void noneHasANormalisation(CriticKind kind) {
        assertThat(new Critic(new CriticSettings(kind, 8, 0)).parameters().values())
                .allMatch(ParameterSpec::trainable)
                .allMatch(spec -> spec.name().endsWith(".weight") || spec.name().endsWith(".bias"));
    }

    @Test
    void aPictureThatIsTooSmallIsRefusedByTheLayersName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Critic(CriticSettings.basic()).forward(new Blueprint(), new Feature(3, 16, 16)))
                .withMessage("score has nothing left of its input");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Critic(CriticSettings.basic()).forward(new Blueprint(), new Feature(2, 64, 64)))
                .withMessageStartingWith("stage.0 reads 3 channels and is given ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
    void dropoutLiesBelowOne(double dropout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CriticSettings(CriticKind.COMPLEX, 8, dropout))
                .withMessage("critic dropout must lie in [0, 1), not " + dropout);
    }

    @Test
    void aCriticHasAChannel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CriticSettings(CriticKind.BASIC, 0, 0))
                .withMessage("critic width must be at least 1, not 0");
    }
}
