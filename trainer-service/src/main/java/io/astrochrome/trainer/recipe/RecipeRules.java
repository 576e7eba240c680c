package io.astrochrome.trainer.recipe;

import io.astrochrome.trainer.objective.Adversarial;

/** What the sections of a recipe owe each other. */
final class RecipeRules {
    private RecipeRules() {}

    static void check(Recipe recipe) throws RecipeException {
        boolean plays = recipe.phases().stream().anyMatch(Phase::adversarial);
        boolean objective = recipe.objective().adversarial() != Adversarial.NONE;
        if (plays && recipe.critic() == null) {
            throw new RecipeException("a phase is adversarial, but there is no critic");
        }
        if (plays && !objective) {
            throw new RecipeException("a phase is adversarial, but objective.adversarial is none");
        }
        if (recipe.critic() != null && !plays) {
            throw new RecipeException("there is a critic, but no phase is adversarial");
        }
        if (recipe.objective().pixelWeight() == 0 && recipe.phases().stream().anyMatch(phase -> !phase.adversarial())) {
            throw new RecipeException("objective.pixel-weight is 0, but a phase is not adversarial: nothing to learn");
        }
        if (recipe.export().averaged() && recipe.objective().emaDecay() == 0) {
            throw new RecipeException("export.averaged needs objective.ema-decay above 0");
        }
    }
}
