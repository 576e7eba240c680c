package io.astrochrome.fuzz;

import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.recipe.RecipeReader;
import java.nio.charset.StandardCharsets;

/** A recipe of training. */
final class RecipeTarget {
    private RecipeTarget() {}

    static void feed(byte[] bytes) {
        try {
            RecipeReader.read("recipe", new String(bytes, StandardCharsets.UTF_8));
        } catch (RecipeException e) {
            // What a person is told.
        }
    }
}
