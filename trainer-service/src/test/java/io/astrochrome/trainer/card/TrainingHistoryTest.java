package io.astrochrome.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.model.ModelMetadata;
import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.recipe.RecipeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainingHistoryTest {
    private static final ModelMetadata METADATA = Reports.facts("light").metadata();

    private static CurvePoint point(long step, boolean best) {
        return new CurvePoint(
                step,
                best,
                Map.of("gainDecibels", step / 1000.0, "pooledGainDecibels", -0.5, "colourfulnessRatio", 0.75));
    }

    private static String of(List<CurvePoint> curve) {
        return new TrainingHistory(null, curve).toMarkdown(METADATA);
    }

    private static List<String> steps(String markdown) {
        return markdown.lines()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(Reports::firstWord)
                .toList();
    }

    @Test
    void whatIsNotAtHandIsSaidToBeMissing() {
        assertThat(of(List.of())).isEqualTo("Recipe `light`, whose text is not at hand.\n");
    }

    @Test
    void aRecipeIsToldByWhatItSaysBeyondTheDefaults() throws RecipeException {
        Recipe recipe = RecipeReader.read("a", """
                name: mine
                title: a warm one
                phases: [{name: only, steps: 1}]
                generator: {dropout: 0.25}
                """);

        String text = new TrainingHistory(recipe, List.of()).toMarkdown(METADATA);

        assertThat(text)
                .startsWith("Recipe `mine`, a warm one. What differs from the defaults:\n\n```yaml\n")
                .contains("generator.dropout: 0.25\n", "```\n")
                .doesNotContain("optimiser")
                .endsWith("\nThis text's hash is not the model's: it has changed since.\n");
    }

    @Test
    void aRecipeOfTheModelsHashIsTakenForTheModelsOwn() throws RecipeException {
        Recipe recipe = RecipeReader.read("a", "name: mine\nphases: [{name: only, steps: 1}]\n");
        ModelMetadata own =
                new ModelMetadata("light", 32, "none", "mine", recipe.hash(), "d", "c", 1, Map.of(), "CC0", List.of());

        assertThat(new TrainingHistory(recipe, List.of()).toMarkdown(own)).endsWith("```\n");
    }

    @Test
    void aMeasurementIsARowAndTheOneThatTheModelIsOfIsMarked() {
        String text = of(List.of(point(500, true), point(1000, true), point(1500, false)));

        assertThat(Reports.row(text, "step")).containsExactly("step", "gain mean, dB", "pooled", "colourfulness", "");
        assertThat(Reports.row(text, "500")).containsExactly("500", "+0.500", "-0.500", "+0.750", "");
        assertThat(Reports.row(text, "1000")).endsWith("the best");
        assertThat(Reports.row(text, "1500")).endsWith("");
    }

    @Test
    void figuresByPalettesHaveColumnsOnlyWhereTheyWereMeasured() {
        CurvePoint guided = new CurvePoint(
                7, true, Map.of("gainDecibels", 0.1, "guidedGainDecibels", 2.5, "guidedPooledGainDecibels", 3.5));

        assertThat(Reports.row(of(List.of(guided)), "7"))
                .as("what was not measured is empty")
                .containsExactly("7", "+0.100", "", "", "+2.500", "+3.500", "the best");
        assertThat(of(List.of(point(7, true)))).doesNotContain("palette");
    }

    @Property(tries = 50)
    void aLongCurveIsShownInAFewRowsWithItsEndAndItsBest(
            @ForAll @IntRange(min = 1, max = 400) int points, @ForAll @IntRange(min = 0, max = 399) int best) {
        int theBest = Math.min(best, points - 1);
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            curve.add(point(10L * i + 10, i == 0 || i == theBest));
        }

        String text = of(curve);

        assertThat(steps(text))
                .hasSizeLessThanOrEqualTo(18)
                .hasSizeGreaterThanOrEqualTo(Math.min(points, 8))
                .startsWith("10")
                .contains(Integer.toString(10 * theBest + 10))
                .endsWith(Integer.toString(10 * points));
        assertThat(text).containsOnlyOnce("the best");
        assertThat(Reports.row(text, Integer.toString(10 * theBest + 10))).endsWith("the best");
    }
}
