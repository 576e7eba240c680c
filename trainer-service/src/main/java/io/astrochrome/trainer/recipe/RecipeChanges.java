package io.astrochrome.trainer.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Changes of a recipe before it is read, so that it is another recipe with a hash of its own.
 *
 * @param values by dotted key, such as {@code augmentation.curve}; {@code phases[].side} is every phase's
 * @param steps that all phases together are brought to, each in its share, with the warm-up of the learning rates; 0 leaves
 *     them
 */
public record RecipeChanges(Map<String, Object> values, long steps) {
    /** None. */
    public static final RecipeChanges NONE = new RecipeChanges(Map.of(), 0);

    private static final String EVERY_PHASE = "phases[].";
    /** Measurements of a run whose length is set. */
    private static final long MEASUREMENTS = 4;

    public RecipeChanges {
        values = new LinkedHashMap<>(values);
    }

    /**
     * Reads {@code key=value} of each text; values are YAML.
     *
     * @throws RecipeException where one is not of that form
     */
    public static RecipeChanges parse(List<String> texts, long steps) throws RecipeException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String text : texts) {
            int at = text.indexOf('=');
            if (at < 1) {
                throw new RecipeException("a change is written key=value, not " + text);
            }
            try {
                Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(text.substring(at + 1));
                values.put(text.substring(0, at).strip(), value);
            } catch (YAMLException e) {
                throw new RecipeException("the value of " + text + " is not YAML", e);
            }
        }
        return new RecipeChanges(values, steps);
    }

    Map<String, Object> apply(Map<?, ?> recipe) throws RecipeException {
        Map<String, Object> changed = TreeCopy.of(recipe);
        for (Map.Entry<String, Object> change : values.entrySet()) {
            String key = change.getKey();
            if (key.startsWith(EVERY_PHASE)) {
                for (Map<String, Object> phase : phases(changed)) {
                    phase.put(key.substring(EVERY_PHASE.length()), change.getValue());
                }
            } else {
                put(changed, key, change.getValue());
            }
        }
        changed = TreeCopy.of(changed); // values of changes are shared, and may have anchors of their own
        if (steps > 0) {
            scale(changed);
        }
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> recipe, String key, Object value) throws RecipeException {
        int dot = key.indexOf('.');
        if (dot < 0) {
            recipe.put(key, value);
            return;
        }
        Object section = recipe.computeIfAbsent(key.substring(0, dot), name -> new LinkedHashMap<String, Object>());
        if (!(section instanceof Map)) {
            throw new RecipeException(key.substring(0, dot) + " is no mapping, so " + key + " cannot be changed");
        }
        put((Map<String, Object>) section, key.substring(dot + 1), value);
    }

    private void scale(Map<String, Object> recipe) throws RecipeException {
        long total = 0;
        for (Map<String, Object> phase : phases(recipe)) {
            total += steps(phase);
        }
        long left = steps;
        List<Map<String, Object>> phases = phases(recipe);
        if (steps < phases.size()) {
            throw new RecipeException(steps + " steps are too few for " + phases.size() + " phases");
        }
        for (int i = 0; i < phases.size(); i++) {
            long later = phases.size() - 1L - i; // each has a step at least
            long share = Math.max(1, Math.round((double) steps * steps(phases.get(i)) / total));
            share = later == 0 ? left : Math.min(share, left - later);
            phases.get(i).put("steps", Math.toIntExact(share));
            left -= share;
        }
        if (recipe.get("schedule") instanceof Map<?, ?> schedule
                && schedule.get("warm-up-steps") instanceof Integer warmUp) {
            put(recipe, "schedule.warm-up-steps", Math.toIntExact(Math.round((double) warmUp * steps / total)));
        }
        put(recipe, "validation.every-steps", Math.toIntExact(Math.max(1, steps / MEASUREMENTS)));
        put(recipe, "validation.patience", 0);
    }

    private static long steps(Map<String, Object> phase) throws RecipeException {
        if (phase.get("steps") instanceof Integer steps && steps > 0) {
            return steps;
        }
        throw new RecipeException("a phase has no number of steps");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> phases(Map<String, Object> recipe) throws RecipeException {
        if (!(recipe.get("phases") instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            throw new RecipeException("phases must be a list of mappings");
        }
        return (List<Map<String, Object>>) list;
    }
}
