package io.astrochrome.trainer.cli;

import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.RecipeChanges;
import io.astrochrome.trainer.recipe.Recipes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a comparison.
 *
 * @param label as the row was written, less the folder of a recipe file
 */
record ComparedRow(String label, Recipe recipe) {
    /** Commas within brackets belong to a value. */
    private static final String COMMA = ",(?![^\\[{]*[\\]}])";

    static ComparedRow parse(String row, List<String> everywhere, long steps) throws IOException {
        List<String> parts = List.of(row.split(COMMA));
        List<String> changes = new ArrayList<>(everywhere);
        changes.addAll(parts.subList(1, parts.size()));
        Recipe recipe = Recipes.find(parts.get(0), RecipeChanges.parse(changes, steps));
        List<String> label = new ArrayList<>(parts);
        label.set(0, recipe.name());
        return new ComparedRow(String.join(", ", label), recipe);
    }

    /** Name of its folder: its label as far as a file name may have it, and its hash. */
    String folder() {
        return label.replaceAll("[^A-Za-z0-9.=-]+", "_") + "-" + recipe.hash().substring(0, 8);
    }
}
