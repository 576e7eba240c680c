package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecipeTest {
    private Recipe recipe;

    @BeforeEach
    void threePhases() throws RecipeException {
        recipe = RecipeReader.read("three", """
                name: three
                phases:
                  - {name: first, steps: 2, side: 64}
                  - {name: second, steps: 1, side: 96}
                  - {name: third, steps: 3, side: 160}
                """);
    }

    @Test
    void everyStepBelongsToThePhaseThatItFallsIn() {
        assertThat(recipe.totalSteps()).isEqualTo(6);
        assertThat(List.of(0L, 1L, 2L, 3L, 4L, 5L))
                .extracting(step -> recipe.phaseAt(step).name())
                .containsExactly("first", "first", "second", "third", "third", "third");
    }

    @Test
    void beyondTheEndTheLastPhaseGoesOn() {
        assertThat(recipe.phaseAt(6).name()).isEqualTo("third");
        assertThat(recipe.phaseAt(Long.MAX_VALUE).name()).isEqualTo("third");
    }

    @Test
    void theModelIsForTheLastPhasesSide() {
        assertThat(recipe.finalSide()).isEqualTo(160);
    }
}
