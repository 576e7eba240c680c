package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.trainer.network.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipesTest {
    static final java.util.List<String> NAMES = Recipes.NAMES;

    private static final String SMALLEST = """
            name: smallest
            phases:
              - {name: only, steps: 10}
            """;

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyRecipeThatComesWithTheTrainerCanBeFollowed(String name) throws IOException {
        Recipe recipe = Recipes.find(name);

        assertThat(recipe.name()).isEqualTo(name);
        assertThat(recipe.totalSteps()).isPositive();
        assertThat(recipe.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aRecipeNeedsNoMoreThanANameAndAPhase() throws RecipeException {
        Recipe recipe = RecipeReader.read("smallest", SMALLEST);

        assertThat(recipe.generator().encoder()).isEqualTo(Encoder.EFFICIENTNET_LITE0);
        assertThat(recipe.critic()).isNull();
        assertThat(recipe.phaseAt(9).side()).isEqualTo(128);
    }

    @Test
    void whatIsWrittenDifferentlyButMeansTheSameHasTheSameHash() throws RecipeException {
        String reordered = """
                # a comment
                seed: 1
                phases:
                  - steps: 10
                    name: only
                    side: 128
                critic: none
                name: "smallest"
                """;

        assertThat(RecipeReader.read("a", reordered).hash())
                .isEqualTo(RecipeReader.read("b", SMALLEST).hash());
    }

    @Test
    void everyKeyThatIsChangedChangesTheHash() throws RecipeException {
        assertThat(RecipeReader.read("a", SMALLEST + "seed: 2\n").hash())
                .isNotEqualTo(RecipeReader.read("b", SMALLEST).hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generator: {encodr: resnet34}|no key generator.encodr; the nearest is generator.encoder",
                "sed: 3|no key sed; the nearest is seed",
                "generator: {encoder: resnet35}|generator.encoder must be one of",
                "generator: {dropout: 1.5}|generator.dropout must be 0 to 0.95, not 1.5",
                "rates: {generator: fast}|rates.generator must be a number, not fast",
                "augmentation: {scale: [0.7, ]}|augmentation.scale must be",
                "augmentation: {scale: [0.7, null]}|augmentation.scale must be a number, and is empty",
                "augmentation: {scale: [2, 1]}|a range must be written low to high",
                "seed: 1.5|seed must be a whole number",
                "critic: {kind: basic}|there is a critic, but no phase is adversarial",
                "schedule: [1]|schedule must be a mapping",
                "seed: 1\\nseed: 2|duplicate key seed",
            })
    void aMistakeIsNamedWithItsKey(String line, String message) {
        String yaml = SMALLEST + line.replace("\\n", "\n");

        assertThatThrownBy(() -> RecipeReader.read("mine.yaml", yaml))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("mine.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void anUnknownRecipeIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> Recipes.find("ligth"))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("the nearest is light");
    }

    @Test
    void aFileIsARecipeToo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), SMALLEST);

        assertThat(Recipes.find(file.toString()).name()).isEqualTo("smallest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../light",
                "a/b",
                "/etc/passwd",
                ".hidden",
                "-light",
                "light\n",
                "li ght",
                "l\u00edght"
            })
    void aNameThatCouldLeadElsewhereIsNone(String name, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("light.yaml"), SMALLEST);

        assertThatThrownBy(() -> Recipes.named(name, Files.createDirectories(folder.resolve("recipes"))))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("a recipe's name has letters, digits and hyphens");
    }

    @Test
    void aNameHasAHundredLettersAtMost(@TempDir Path folder) throws IOException {
        String longest = "a".repeat(100);
        Files.writeString(folder.resolve(longest + ".yaml"), SMALLEST);

        assertThat(Recipes.named(longest, folder).name()).isEqualTo("smallest");
        assertThatThrownBy(() -> Recipes.named(longest + "a", folder)).hasMessageContaining("a recipe's name has");
    }

    @Test
    void onesOwnRecipeComesBeforeAShippedOneOfTheName(@TempDir Path folder) throws IOException {
        assertThat(Recipes.named("light", folder.resolve("absent")).name()).isEqualTo("light");

        Files.writeString(folder.resolve("light.yaml"), SMALLEST);

        assertThat(Recipes.named("light", folder).name()).isEqualTo("smallest");
    }

    @Test
    void byNameNoFileElsewhereIsRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine"), SMALLEST);

        assertThatThrownBy(() -> Recipes.named("mine", folder))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("there is no recipe named mine");
    }
}
