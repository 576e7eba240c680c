package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.trainer.export.Views;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeChangesTest {
    private static final String TWO_PHASES = """
            name: two
            schedule: {warm-up-steps: 10}
            phases:
              - {name: first, steps: 100}
              - {name: second, steps: 300, side: 192}
            """;

    private static Recipe changed(long steps, String... changes) throws RecipeException {
        return RecipeReader.read("two", TWO_PHASES, RecipeChanges.parse(List.of(changes), steps));
    }

    @Test
    void phasesKeepTheirSharesOfAnotherBudget() throws RecipeException {
        Recipe recipe = changed(40);

        assertThat(recipe.phases()).extracting(Phase::steps).containsExactly(10L, 30L);
        assertThat(recipe.schedule().warmUpSteps()).isEqualTo(1);
        assertThat(recipe.totalSteps()).isEqualTo(40);
    }

    @Test
    void aValueIsChangedInItsSectionAndInEveryPhase() throws RecipeException {
        Recipe recipe = changed(0, "generator.dropout=0.5", "phases[].side=64", "data.classes=[galaxy, nebula]");

        assertThat(recipe.generator().dropout()).isEqualTo(0.5);
        assertThat(recipe.phases()).extracting(Phase::side).containsExactly(64, 64);
        assertThat(recipe.data().classes()).containsExactly("galaxy", "nebula");
    }

    @Test
    void aChangedRecipeIsAnotherOneAndAnUnchangedOneIsNot() throws RecipeException {
        String hash = RecipeReader.read("two", TWO_PHASES).hash();

        assertThat(changed(0).hash()).isEqualTo(hash);
        assertThat(changed(0, "seed=1").hash()).as("the default, written out").isEqualTo(hash);
        assertThat(changed(0, "seed=2").hash()).isNotEqualTo(hash);
        assertThat(changed(40).hash()).isNotEqualTo(hash);
    }

    @Test
    void whatIsNoChangeOrChangesNoKeyIsRefused() {
        assertThatThrownBy(() -> changed(0, "seed")).hasMessageContaining("is written key=value");
        assertThatThrownBy(() -> changed(0, "generator.dropot=0.1"))
                .hasMessageContaining("the nearest is generator.dropout");
        assertThatThrownBy(() -> changed(0, "name.x=1")).hasMessageContaining("name is no mapping");
        assertThatThrownBy(() -> changed(1)).hasMessageContaining("too few");
    }

    @Test
    void youngerKeysLeaveTheHashOfRecipesWithoutThem() throws RecipeException {
        String hash = RecipeReader.read("two", TWO_PHASES).hash();

        assertThat(changed(0, "rates.encoder=1e-4", "export.views=1").hash()).isEqualTo(hash);
        Recipe younger = changed(0, "rates.encoder=1e-5", "export.views=8");
        assertThat(younger.hash()).isNotEqualTo(hash);
        assertThat(younger.rates()).isEqualTo(new Rates(1e-4, 1e-5, 1e-4));
        assertThat(younger.export().views()).isEqualTo(Views.TURNED);
        assertThatThrownBy(() -> changed(0, "export.views=3"))
                .hasMessageContaining("export.views must be one of [1, 2, 4, 8], not 3");
    }

    @Test
    void onlyWhatDiffersFromTheDefaultsIsTold() throws IOException {
        assertThat(RecipeText.beyondDefaults(changed(0, "generator.dropout=0.5")))
                .contains("generator.dropout: 0.5", "name: two", "schedule.warm-up-steps: 10")
                .anyMatch(line -> line.startsWith("phases[1]: {") && line.contains("side: 192"))
                .noneMatch(line -> line.startsWith("optimiser"));
    }
}
