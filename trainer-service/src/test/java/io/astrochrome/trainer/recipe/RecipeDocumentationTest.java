package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger writes recipes from the README alone, so it must know every section's keys. */
class RecipeDocumentationTest {
    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generator",
                "critic",
                "objective",
                "optimiser",
                "rates",
                "schedule",
                "data",
                "augmentation",
                "validation",
                "export"
            })
    void everyKeyOfASectionIsInTheReadme(String section) throws IOException {
        String message =
                messageOf("name: x\nphases: [{name: a, steps: 1, adversarial: true}]\n" + section + ": {zzz: 1}\n");

        String[] keys = message.substring(message.indexOf("known here: ") + 12, message.lastIndexOf(')'))
                .split(", ");
        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(readme()).contains("`" + section + "." + key + "`"));
    }

    @Test
    void everyKeyOfAPhaseIsInTheReadme() throws IOException {
        String message = messageOf("name: x\nphases: [{name: a, steps: 1, zzz: 1}]\n");

        String[] keys = message.substring(message.indexOf("known here: ") + 12, message.lastIndexOf(')'))
                .split(", ");
        assertThat(keys).hasSize(7).allSatisfy(key -> assertThat(readme()).contains("`phases[]." + key + "`"));
    }

    @Test
    void everyShippedRecipeIsInTheReadme() throws IOException {
        assertThat(Recipes.NAMES).allSatisfy(name -> assertThat(readme()).contains("`" + name + "`"));
    }

    private static String messageOf(String yaml) {
        try {
            RecipeReader.read("x", yaml);
            throw new AssertionError("zzz was taken for a key");
        } catch (RecipeException e) {
            return e.getMessage();
        }
    }
}
