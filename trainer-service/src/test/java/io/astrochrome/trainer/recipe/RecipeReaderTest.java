package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeReaderTest {
    static final java.util.List<String> NAMES = Recipes.NAMES;

    private static final String SMALLEST = "name: smallest\nphases: [{name: only, steps: 1}]\n";

    @ParameterizedTest
    @FieldSource("NAMES")
    void theCanonicalFormIsItselfARecipeOfTheSameHash(String name) throws IOException {
        Recipe recipe = Recipes.find(name);
        Recipe again = RecipeReader.read("again", recipe.canonical());

        assertThat(again.canonical()).isEqualTo(recipe.canonical());
        assertThat(again).isEqualTo(recipe);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but a comment",
                "just words",
                "[1, 2]",
                "{",
                "name: [unclosed",
                "--- \na: 1\n--- \nb: 2\n",
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
                "name: !!java.util.Date 2026-01-01",
                "\u0000"
            })
    void whatIsNoMappingOfPlainValuesIsRefusedAndNamed(String text) {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeReader.read("mine.yaml", text))
                .withMessageStartingWith("recipe mine.yaml: ");
    }

    @Test
    void aRecipeThatHoldsItselfIsRefused() {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeReader.read("mine", "name: x\nphases: &p [{name: a, steps: 1, more: *p}]\n"))
                .withMessageStartingWith("recipe mine: ");
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeReader.read("mine", "&all\nname: x\ndata: *all\n"))
                .withMessageStartingWith("recipe mine: ");
    }

    @Test
    void aRecipeThatDoublesItselfManyTimesIsRefused() {
        StringBuilder text = new StringBuilder("name: x\na0: &a0 [1]\n");
        for (int i = 1; i < 24; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeReader.read("mine", text.toString()))
                .withMessageStartingWith("recipe mine: ");
    }

    @Test
    void whatIsWrittenOnceMayBeSaidTwice() throws RecipeException {
        Recipe recipe = RecipeReader.read("mine", """
                name: x
                augmentation: {scale: &range [0.5, 2], gamma: *range}
                phases: [{name: only, steps: 1}]
                """);

        assertThat(recipe.augmentation().gamma())
                .isEqualTo(recipe.augmentation().scale());
    }

    @Test
    void pathsOfWeightsAreNamesOrNone() throws RecipeException {
        assertThat(RecipeReader.read("a", SMALLEST).generator().pretrained()).isEmpty();
        assertThat(RecipeReader.read("a", SMALLEST + "generator: {weights: none}\n")
                        .generator()
                        .pretrained())
                .isEmpty();
        assertThat(RecipeReader.read("a", SMALLEST + "generator: {weights: e.safetensors}\n")
                        .generator()
                        .pretrained())
                .hasValueSatisfying(path -> assertThat(path).hasToString("e.safetensors"));
    }

    @Test
    void theEncodersRateIsTheGeneratorsUnlessItHasItsOwn() throws RecipeException {
        assertThat(RecipeReader.read("a", SMALLEST + "rates: {generator: 0.01}\n")
                        .rates())
                .isEqualTo(new Rates(0.01, 0.01, 1e-4));
        assertThat(RecipeReader.read("a", SMALLEST + "rates: {generator: 0.01, encoder: 0.001}\n")
                        .rates())
                .isEqualTo(new Rates(0.01, 0.001, 1e-4));
    }

    @Test
    void looksNeedAPaletteToBeAskedForBy() {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeReader.read("mine", SMALLEST + "looks: [{name: warm}]\n"))
                .withMessage("recipe mine: looks are palettes: a generator with 1 needs a palette input");
    }

    @Test
    void aLookIsTheNetworksOwnUnlessItNamesAPicture() throws RecipeException {
        Recipe recipe = RecipeReader.read("mine", SMALLEST + """
                generator: {palette-width: 28}
                looks: [{name: own}, {name: warm, picture: dusk, vividness: 1.5, spread: 0, filters: [Ha, OIII]}]
                """);

        assertThat(recipe.generator().looks()).isEqualTo(2);
        assertThat(recipe.looks()).extracting(LookSource::isLearnt).containsExactly(false, true);
        assertThat(recipe.looks().get(1).filters()).containsExactly("Ha", "OIII");
        assertThat(recipe.looks().get(0).vividness()).isEqualTo(1);
        assertThat(recipe.looks().get(0).spread()).isEqualTo(0.4);
    }

    @Test
    void aCanonicalFormThatIsDamagedIsNoRecipe() {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> RecipeReader.mapping("{\"name\": \"x\""))
                .withMessageStartingWith("a canonical form is not JSON: ");
    }
}
