package io.astrochrome.trainer.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.astrochrome.storage.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a recipe's YAML strictly: an unknown key, a wrong type or a value out of range is refused by name. */
public final class RecipeReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RecipeReader() {}

    /**
     * The recipe that a YAML text gives.
     *
     * @param origin the file's name, for messages
     * @throws RecipeException where it is not one; the message names the key and the nearest valid one
     */
    public static Recipe read(String origin, String yaml) throws RecipeException {
        return read(origin, yaml, RecipeChanges.NONE);
    }

    /** The same after some changes. */
    static Recipe read(String origin, String yaml, RecipeChanges changes) throws RecipeException {
        try {
            return read(changes.apply(parse(yaml)));
        } catch (RecipeException | IllegalArgumentException e) {
            throw new RecipeException("recipe " + origin + ": " + e.getMessage(), e);
        }
    }

    /** As {@link #read(String, String)}, from what a canonical form holds. */
    static Recipe read(String origin, Map<String, Object> mapping) throws RecipeException {
        try {
            return read(mapping);
        } catch (RecipeException | IllegalArgumentException e) {
            throw new RecipeException("recipe " + origin + ": " + e.getMessage(), e);
        }
    }

    /** The keys and values of a recipe's canonical form; may be changed. */
    static Map<String, Object> mapping(String canonical) throws RecipeException {
        try {
            return JSON.readValue(canonical, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new RecipeException("a canonical form is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<?, ?> parse(String yaml) throws RecipeException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(yaml);
            if (root instanceof Map<?, ?> map) {
                return map;
            }
            throw new RecipeException("is not a YAML mapping");
        } catch (YAMLException e) {
            throw new RecipeException("is not YAML: " + e.getMessage(), e);
        }
    }

    private static Recipe read(Map<?, ?> map) throws RecipeException {
        Section root = new Section("", map);
        Recipe draft = RecipeSections.read(root);
        root.close();
        RecipeRules.check(draft);
        String canonical = canonical(root);
        return RecipeSections.signed(draft, canonical, Sha256.of(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    private static String canonical(Section root) {
        try {
            return JSON.writeValueAsString(root.canonical());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }
}
