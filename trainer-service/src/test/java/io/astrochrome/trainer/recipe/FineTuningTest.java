package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FineTuningTest {
    static Iterable<String> shipped() {
        return Recipes.NAMES;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void keepsTheNetworkAndItsObjectiveInOneShortPhase(String name) throws IOException {
        Recipe recipe = Recipes.named(name, Path.of("none"));
        Phase last = recipe.phases().get(recipe.phases().size() - 1);

        Recipe tuned = new FineTuning(100, 0.25).of(recipe);

        assertThat(tuned.name()).isEqualTo(name + "-tuned");
        assertThat(tuned.hash()).isNotEqualTo(recipe.hash());
        assertThat(tuned.generator().withEncoderWeights(null))
                .isEqualTo(recipe.generator().withEncoderWeights(null));
        assertThat(tuned.generator().encoderWeights()).isNull();
        assertThat(tuned.objective()).isEqualTo(recipe.objective());
        assertThat(tuned.critic()).isEqualTo(recipe.critic());
        assertThat(tuned.augmentation()).isEqualTo(recipe.augmentation());
        assertThat(tuned.totalSteps()).isEqualTo(100);
        assertThat(tuned.finalSide()).isEqualTo(recipe.finalSide());
        assertThat(tuned.phases().get(0).rate()).isCloseTo(last.rate() / 4, within(1e-9));
        assertThat(tuned.phases().get(0).adversarial()).isEqualTo(last.adversarial());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void isFoundAgainByTheNameThatItBeganWith(String name) throws IOException {
        Recipe once = new FineTuning(100, 0.25).of(Recipes.named(name, Path.of("none")));
        Recipe twice = new FineTuning(100, 0.25).of(Recipes.named(FineTuning.origin(once.name()), Path.of("none")));

        assertThat(twice.hash()).as("a model may be tuned any number of times").isEqualTo(once.hash());
        assertThat(RecipeReader.read("kept", once.canonical()).hash())
                .as("what a run keeps in its folder is the same recipe")
                .isEqualTo(once.hash());
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "-1, 0.5", "10, 0", "10, -0.1", "10, 1.01", "10, NaN"})
    void stepsAndRateHaveBounds(int steps, double rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FineTuning(steps, rate));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 1", "3, 0, 1", "19, 1, 4", "100, 10, 25", "400, 40, 100", "5000, 50, 1250"})
    void theRateRisesOverATenthAndItIsMeasuredFourTimes(int steps, int warmUp, int everySteps) throws IOException {
        Recipe tuned = new FineTuning(steps, 1).of(Recipes.find("light"));

        assertThat(tuned.schedule().warmUpSteps()).isEqualTo(warmUp);
        assertThat(tuned.validation().everySteps()).isEqualTo(everySteps);
        assertThat(tuned.validation().patience()).isZero();
        assertThat(tuned.totalSteps()).isEqualTo(steps);
    }

    @Test
    void aNameLosesTheSuffixOnce() {
        assertThat(FineTuning.origin("light")).isEqualTo("light");
        assertThat(FineTuning.origin("light-tuned")).isEqualTo("light");
        assertThat(FineTuning.origin("finely-tuned-light")).isEqualTo("finely-tuned-light");
    }
}
