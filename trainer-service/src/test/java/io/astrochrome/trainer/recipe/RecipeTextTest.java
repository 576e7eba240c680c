package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RecipeTextTest {
    static final java.util.List<String> NAMES = Recipes.NAMES;

    @Test
    void theSmallestRecipeSaysItsNameAndPhasesAlone() throws RecipeException {
        Recipe recipe = RecipeReader.read("small", "name: mine\nphases: [{name: all, steps: 7}]\n");

        assertThat(RecipeText.beyondDefaults(recipe))
                .containsExactly(
                        "name: mine",
                        "phases[0]: {adversarial: false, batch: 8, encoder: trained, name: all,"
                                + " rate: 1.0, side: 128, steps: 7}");
    }

    @Test
    void whatIsWrittenButIsTheDefaultIsNotTold() throws RecipeException {
        Recipe recipe = RecipeReader.read("small", """
                name: mine
                seed: 1
                phases: [{name: only, steps: 1}]
                generator: {upsampling: nearest, dropout: 0.0}
                optimiser: {beta2: 0.99}
                data: {classes: [galaxy]}
                """);

        assertThat(RecipeText.beyondDefaults(recipe))
                .containsExactly("data.classes: [\"galaxy\"]", "name: mine", "optimiser.beta2: 0.99");
    }

    @Test
    void looksAreToldOneByOne() throws RecipeException {
        Recipe recipe = RecipeReader.read("small", """
                name: mine
                phases: [{name: only, steps: 1}]
                generator: {palette-width: 28}
                looks:
                  - {name: own}
                  - {name: warm, picture: dusk, filters: [Ha]}
                """);

        assertThat(RecipeText.beyondDefaults(recipe))
                .contains("generator.palette-width: 28")
                .anyMatch(line -> line.startsWith("looks[0]: {") && line.contains("picture: none"))
                .anyMatch(line -> line.startsWith("looks[1]: {") && line.contains("filters: [\"Ha\"]"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyShippedRecipeIsToldInLinesOfKeysAndValues(String name) throws IOException {
        assertThat(RecipeText.beyondDefaults(Recipes.find(name)))
                .contains("name: " + name)
                .allMatch(line -> line.matches("[a-z0-9.\\-\\[\\]]+: .*"))
                .doesNotHaveDuplicates();
    }
}
