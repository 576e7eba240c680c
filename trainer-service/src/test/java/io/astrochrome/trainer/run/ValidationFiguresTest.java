package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.imaging.quality.GainSummary;
import io.astrochrome.trainer.recipe.ValidationSettings.Selection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationFiguresTest {
    private static final ValidationFigures UNGUIDED = new ValidationFigures(0.5, 0.25, 30, 28, 0.75, Optional.empty());
    private static final ValidationFigures GUIDED =
            UNGUIDED.withGuided(new ValidationFigures(4, 3, 35, 33, 0.9, Optional.empty()));

    @Test
    void figuresComeBackFromTheirNames() {
        assertThat(ValidationFigures.of(UNGUIDED.named())).isEqualTo(UNGUIDED);
        assertThat(ValidationFigures.of(GUIDED.named())).isEqualTo(GUIDED);
    }

    @Test
    void theNamesAreThoseThatModelFilesHave() {
        assertThat(UNGUIDED.named())
                .isEqualTo(Map.of(
                        "gainDecibels", 0.5,
                        "pooledGainDecibels", 0.25,
                        "psnrDecibels", 30.0,
                        "pooledPsnrDecibels", 28.0,
                        "colourfulnessRatio", 0.75));
        assertThat(GUIDED.named())
                .containsEntry("guidedGainDecibels", 4.0)
                .containsEntry("guidedPooledGainDecibels", 3.0)
                .containsEntry("gainDecibels", 0.5)
                .hasSize(7);
    }

    @Test
    void whereNoTruthHasColourThereIsNoRatio() {
        ValidationFigures grey = new ValidationFigures(0, 0, 30, 28, Double.POSITIVE_INFINITY, Optional.empty());

        assertThat(grey.named()).doesNotContainKey("colourfulnessRatio");
        assertThat(ValidationFigures.of(grey.named()).colourfulnessRatio()).isNaN();
    }

    @Test
    void aFigureThatIsMissingIsNamed() {
        Map<String, Double> fewer = new HashMap<>(UNGUIDED.named());
        fewer.remove("psnrDecibels");

        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> ValidationFigures.of(fewer))
                .withMessage("psnrDecibels");
    }

    @Test
    void theyAreWhatASummaryOfGainsSays() {
        assertThat(ValidationFigures.of(new GainSummary(7, 30, 28, 0.5, 0.25, 0.75)))
                .isEqualTo(UNGUIDED);
    }

    @Test
    void whatARunMaximisesGrowsWithWhatItSelectsBy() {
        ValidationFigures better = new ValidationFigures(0.6, 0.25, 30, 28, 0.75, Optional.empty());
        ValidationFigures pooled = new ValidationFigures(0.5, 0.35, 30, 28, 0.75, Optional.empty());

        assertThat(better.score(Selection.MEAN_GAIN)).isGreaterThan(UNGUIDED.score(Selection.MEAN_GAIN));
        assertThat(pooled.score(Selection.MEAN_GAIN)).isEqualTo(UNGUIDED.score(Selection.MEAN_GAIN));
        assertThat(pooled.score(Selection.POOLED_GAIN)).isGreaterThan(UNGUIDED.score(Selection.POOLED_GAIN));
        assertThat(better.score(Selection.POOLED_GAIN)).isEqualTo(UNGUIDED.score(Selection.POOLED_GAIN));
        assertThat(better.score(Selection.BALANCED) - UNGUIDED.score(Selection.BALANCED))
                .as("the pooled gain counts half of the mean one")
                .isEqualTo(2 * (pooled.score(Selection.BALANCED) - UNGUIDED.score(Selection.BALANCED)), within(1e-12));
    }

    @Test
    void whatOwnPalettesGainCountsAQuarterInTheBalanceAlone() {
        assertThat(GUIDED.score(Selection.BALANCED)).isEqualTo(0.5 + 0.25 / 2 + (4 + 3.0 / 2) / 4, within(1e-12));
        assertThat(GUIDED.score(Selection.MEAN_GAIN)).isEqualTo(UNGUIDED.score(Selection.MEAN_GAIN));
    }

    @Test
    void theLatestIsAsGoodAsAnyBefore() {
        ValidationFigures worse = new ValidationFigures(-9, -9, 3, 3, 0, Optional.empty());

        assertThat(worse.score(Selection.LATEST)).isEqualTo(GUIDED.score(Selection.LATEST));
    }
}
