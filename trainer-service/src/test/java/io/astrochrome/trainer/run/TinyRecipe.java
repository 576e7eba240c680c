package io.astrochrome.trainer.run;

import io.astrochrome.trainer.recipe.Recipe;
import io.astrochrome.trainer.recipe.RecipeException;
import io.astrochrome.trainer.recipe.RecipeReader;

/** A recipe that is done in seconds. */
public final class TinyRecipe {
    private TinyRecipe() {}

    /** Its YAML: pixel loss first, then a critic. */
    public static final String YAML = """
            name: tiny
            generator:
              encoder: mobilenet-v2
              decoder-widths: [8, 8, 8, 8, 8]
              dropout: 0.2
            critic: {kind: complex, width: 4, dropout: 0.25}
            objective: {adversarial: wgan-gp, pixel-weight: 10, ema-decay: 0.9}
            schedule: {warm-up-steps: 2, final-fraction: 0.1, generator-every: 2}
            augmentation: {flip: true, rotation-degrees: 20, gamma: [0.8, 1.2], noise: [0, 1]}
            phases:
              - {name: frozen, steps: 2, side: 32, batch: 2, encoder: frozen}
              - {name: adversarial, steps: 6, side: 32, batch: 2, adversarial: true}
            validation: {every-steps: 4, side: 64}
            export: {half-weights: false}
            """;

    /** The recipe with some of its text replaced. */
    public static Recipe with(String text, String replacement) throws RecipeException {
        return RecipeReader.read("tiny", YAML.replace(text, replacement));
    }
}
