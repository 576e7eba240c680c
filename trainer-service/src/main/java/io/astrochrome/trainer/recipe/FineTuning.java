package io.astrochrome.trainer.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes of a model's recipe the one by which the model goes on learning: its own network, objective and views, in one short
 * phase like its last, at a share of that phase's rate, from the model's values rather than an encoder's.
 *
 * @param steps of that phase
 * @param rate times the last phase's
 */
public record FineTuning(int steps, double rate) {
    /** Ends the name of such a recipe. */
    static final String SUFFIX = "-tuned";

    /** A rate that rises over so many steps spares the values the first, wild moments of the optimiser. */
    private static final int LONGEST_WARM_UP = 50;

    /** Measurements of one run, so that the best of them is published and not the last. */
    private static final int MEASUREMENTS = 4;

    public FineTuning {
        if (steps < 1) {
            throw new IllegalArgumentException("a run has at least one step, not " + steps);
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("the rate must be above 0 and at most 1, not " + rate);
        }
    }

    /** The recipe that a model of that recipe's name was first trained by: the name without what this class added. */
    public static String origin(String recipe) {
        return recipe.endsWith(SUFFIX) ? recipe.substring(0, recipe.length() - SUFFIX.length()) : recipe;
    }

    /**
     * The recipe to go on by.
     *
     * @throws RecipeException where the recipe's canonical form cannot be read
     */
    public Recipe of(Recipe recipe) throws RecipeException {
        Phase last = recipe.phases().get(recipe.phases().size() - 1);
        Map<String, Object> map = RecipeReader.mapping(recipe.canonical());
        map.put("name", origin(recipe.name()) + SUFFIX);
        map.put("title", origin(recipe.name()) + ", going on from a model");
        section(map, "generator").put("weights", "none");
        section(map, "schedule").put("warm-up-steps", Math.min(LONGEST_WARM_UP, steps / 10));
        Map<String, Object> validation = section(map, "validation");
        validation.put("every-steps", Math.max(1, steps / MEASUREMENTS));
        validation.put("patience", 0);
        Map<String, Object> phase = new LinkedHashMap<>();
        phase.put("name", "fine-tune");
        phase.put("steps", steps);
        phase.put("side", last.side());
        phase.put("batch", last.batch());
        phase.put("adversarial", last.adversarial());
        phase.put("rate", last.rate() * rate);
        map.put("phases", List.of(phase));
        return RecipeReader.read(recipe.name() + ", shortened", map);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> map, String key) {
        return (Map<String, Object>) Objects.requireNonNull(map.get(key), key);
    }
}
