package io.astrochrome.trainer.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a recipe says beyond the defaults, for people. */
public final class RecipeText {
    private static final String SMALLEST = "name: smallest\nphases: [{name: only, steps: 1}]\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecipeText() {}

    /** A line {@code section.key: value} for each key that has not its default, in the keys' order. */
    public static List<String> beyondDefaults(Recipe recipe) {
        try {
            Map<String, String> defaults =
                    flattened(RecipeReader.read("smallest", SMALLEST).canonical());
            List<String> lines = new ArrayList<>();
            flattened(recipe.canonical()).forEach((key, value) -> {
                if (!value.equals(defaults.get(key))) {
                    lines.add(key + ": " + value);
                }
            });
            return lines;
        } catch (JsonProcessingException | RecipeException e) {
            throw new IllegalStateException("a canonical form is always JSON", e);
        }
    }

    private static Map<String, String> flattened(String canonical) throws JsonProcessingException {
        Map<String, String> keys = new LinkedHashMap<>();
        JSON.readTree(canonical).properties().forEach(entry -> flatten(entry.getKey(), entry.getValue(), keys));
        return keys;
    }

    private static void flatten(String key, JsonNode value, Map<String, String> keys) {
        if (value.isObject()) {
            value.properties().forEach(entry -> flatten(key + "." + entry.getKey(), entry.getValue(), keys));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                List<String> parts = new ArrayList<>();
                value.get(i).properties().forEach(entry -> parts.add(entry.getKey() + ": " + text(entry.getValue())));
                keys.put(key + "[" + i + "]", "{" + String.join(", ", parts) + "}");
            }
        } else {
            keys.put(key, text(value));
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}
