package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RecipeRulesTest {
    private static Recipe recipe(String... lines) throws RecipeException {
        return RecipeReader.read("mine", "name: x\n" + String.join("\n", lines) + "\n");
    }

    private static void refused(String rule, String... lines) {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> recipe(lines))
                .withMessage("recipe mine: " + rule);
    }

    private static final String ADVERSARIAL = "phases: [{name: a, steps: 1, adversarial: true}]";
    private static final String CALM = "phases: [{name: a, steps: 1}]";
    private static final String BOTH = "phases: [{name: a, steps: 1}, {name: b, steps: 1, adversarial: true}]";

    @Test
    void anAdversarialPhaseHasACriticAndAnObjective() throws RecipeException {
        refused("a phase is adversarial, but there is no critic", ADVERSARIAL, "objective: {adversarial: wgan-gp}");
        refused("a phase is adversarial, but objective.adversarial is none", ADVERSARIAL, "critic: {}");
        refused("a phase is adversarial, but there is no critic", BOTH, "critic: none");

        assertThat(recipe(BOTH, "critic: {}", "objective: {adversarial: wgan-gp}")
                        .critic())
                .isNotNull();
    }

    @Test
    void aCriticHasAPhaseToPlayIn() {
        refused("there is a critic, but no phase is adversarial", CALM, "critic: {}");
    }

    @Test
    void whereNoPixelCountsThereIsACriticToLearnFrom() throws RecipeException {
        String none = "objective: {pixel-weight: 0, adversarial: wgan-gp}";

        refused(
                "objective.pixel-weight is 0, but a phase is not adversarial: nothing to learn",
                BOTH,
                "critic: {}",
                none);
        assertThat(recipe(ADVERSARIAL, "critic: {}", none).objective().pixelWeight())
                .isZero();
    }

    @Test
    void aMovingAverageThatIsExportedIsKept() throws RecipeException {
        refused("export.averaged needs objective.ema-decay above 0", CALM, "objective: {ema-decay: 0}");

        assertThat(recipe(CALM, "objective: {ema-decay: 0}", "export: {averaged: false}")
                        .export()
                        .averaged())
                .isFalse();
    }
}
