package io.astrochrome.trainer.recipe;

import java.io.IOException;

/** A recipe that cannot be followed; the message names the recipe, the key and what would be right. */
public final class RecipeException extends IOException {
    public RecipeException(String message) {
        super(message);
    }

    public RecipeException(String message, Throwable cause) {
        super(message, cause);
    }
}
