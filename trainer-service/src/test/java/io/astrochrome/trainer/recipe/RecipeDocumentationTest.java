package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Sections and phases with all their keys at their defaults. */
    private static Map<String, JsonNode> defaults() throws IOException {
        Recipe smallest = RecipeReader.read("smallest", """
                name: x
                critic: {}
                objective: {adversarial: wgan-gp}
                phases: [{name: a, steps: 1, adversarial: true}]
                """);
        Map<String, JsonNode> defaults = new LinkedHashMap<>();
        new ObjectMapper().readTree(smallest.canonical()).properties().forEach(section -> {
            JsonNode keys = section.getValue().isArray() ? section.getValue().get(0) : section.getValue();
            String name = section.getKey() + (section.getValue().isArray() ? "[]." : ".");
            keys.properties().forEach(key -> defaults.put(name + key.getKey(), key.getValue()));
        });
        return defaults;
    }

    @Test
    void theDefaultsInTheReadmeAreTheRecipes() throws IOException {
        Set<String> given = Set.of("objective.adversarial", "phases[].name", "phases[].steps", "phases[].adversarial");
        for (Map.Entry<String, JsonNode> entry : defaults().entrySet()) {
            if (!given.contains(entry.getKey())) {
                assertThat(written(entry.getKey())).as(entry.getKey()).isEqualTo(plain(entry.getValue()));
            }
        }
    }

    /** What the README's table says is a key's default; rows may tell several keys at once. */
    private static String written(String key) throws IOException {
        for (String line : readme().lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length < 4 || !cells[1].contains("`" + key + "`")) {
                continue;
            }
            List<String> keys = List.of(cells[1].strip().split(", ", -1));
            String values = cells[2].strip().replace("`", "");
            String value = keys.size() == 1 ? values : values.split(", ", -1)[keys.indexOf("`" + key + "`")];
            return value.equals("all") ? "[]" : numeric(value);
        }
        throw new AssertionError("the README's table has no " + key);
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(plain(item)));
            return "[" + String.join(", ", items) + "]";
        }
        return numeric(value.asText());
    }

    private static String numeric(String value) {
        try {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
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
