package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.trainer.objective.Learner;
import io.astrochrome.trainer.recipe.Recipe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerMakerTest {
    @TempDir
    private Path folder;

    @Test
    void weightsThatARecipeNamesAreInTheFolderThatIsNamed() throws Exception {
        Recipe recipe =
                TinyRecipe.with("encoder: mobilenet-v2", "encoder: mobilenet-v2\n  weights: encoder.safetensors");

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> new LearnerMaker(null).learner(recipe))
                .withMessage(
                        "the recipe's generator.weights is encoder.safetensors: name the folder it is in with --weights");
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> new LearnerMaker(folder).learner(recipe))
                .withMessage("the recipe's generator.weights is encoder.safetensors, which is not in " + folder);
    }

    @Test
    void soAreThoseOfThePerceptualLoss() throws Exception {
        Recipe recipe = TinyRecipe.with(
                "pixel-weight: 10", "pixel-weight: 10, perceptual-weight: 1, perceptual-weights: lpips.safetensors");

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> new LearnerMaker(folder).learner(recipe))
                .withMessage(
                        "the recipe's objective.perceptual-weights is lpips.safetensors, which is not in " + folder);
    }

    @Test
    void aRecipeWithoutFilesNeedsNoFolder() throws Exception {
        try (Learner learner = new LearnerMaker(null).learner(TinyRecipe.with("seed: 1", "seed: 1"))) {
            assertThat(learner.mapChannels()).containsExactly(8, 8, 8, 8);
        }
    }
}
