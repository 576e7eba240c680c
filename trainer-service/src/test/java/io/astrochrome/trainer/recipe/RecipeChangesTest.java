package io.astrochrome.trainer.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.trainer.export.Views;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

    private static Recipe shared(String phases, long steps) throws RecipeException {
        return RecipeReader.read("many", "name: many\nphases: " + phases, RecipeChanges.parse(List.of(), steps));
    }

    @Test
    void phasesOfFewStepsKeepOneBesideALongOne() throws RecipeException {
        String oneLong = "[{name: a, steps: 1000}, {name: b, steps: 1}, {name: c, steps: 1}]";

        assertThat(shared(oneLong, 400).phases()).extracting(Phase::steps).containsExactly(398L, 1L, 1L);
        assertThat(shared(oneLong, 3).phases()).extracting(Phase::steps).containsExactly(1L, 1L, 1L);
        assertThatThrownBy(() -> shared(oneLong, 2)).hasMessageContaining("2 steps are too few for 3 phases");
    }

    @Property(tries = 200)
    void theStepsOfAllPhasesComeToTheBudgetExactly(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 5000) Integer> lengths,
            @ForAll @IntRange(min = 6, max = 3000) int steps)
            throws RecipeException {
        StringBuilder phases = new StringBuilder("[");
        for (int length : lengths) {
            phases.append("{name: p, steps: ").append(length).append("}, ");
        }

        Recipe recipe = shared(phases.append("]").toString(), steps);

        assertThat(recipe.totalSteps()).isEqualTo(steps);
        assertThat(recipe.phases()).hasSameSizeAs(lengths).allMatch(phase -> phase.steps() >= 1);
    }

    @Test
    void anotherBudgetIsMeasuredFourTimesAndNeverCutShort() throws RecipeException {
        assertThat(changed(40, "validation.patience=3").validation().everySteps())
                .isEqualTo(10);
        assertThat(changed(40, "validation.patience=3").validation().patience()).isZero();
        assertThat(changed(3).validation().everySteps()).isEqualTo(1);
        assertThat(changed(0, "validation.patience=3").validation().patience()).isEqualTo(3);
    }

    @Test
    void aValueMayHoldAnEqualsSignAndAKeySpaces() throws RecipeException {
        assertThat(changed(0, " export.licence =a=b").export().licence()).isEqualTo("a=b");
        assertThatThrownBy(() -> changed(0, "=5")).hasMessageContaining("is written key=value, not =5");
        assertThatThrownBy(() -> changed(0, "seed=[1")).hasMessageContaining("the value of seed=[1 is not YAML");
    }

    @Test
    void aChangeOfEveryPhaseNeedsPhases() {
        assertThatThrownBy(() ->
                        RecipeReader.read("none", "name: none\n", RecipeChanges.parse(List.of("phases[].side=64"), 0)))
                .hasMessageContaining("phases must be a list of mappings");
        assertThatThrownBy(() -> shared("[{name: a}]", 10)).hasMessageContaining("a phase has no number of steps");
        assertThatThrownBy(() -> shared("[{name: a, steps: 0}]", 10))
                .hasMessageContaining("a phase has no number of steps");
    }

    @Test
    void whatIsChangedIsACopy() throws RecipeException {
        Map<String, Object> phase = new HashMap<>(Map.of("name", "a", "steps", 10));
        Map<String, Object> recipe = new HashMap<>(Map.of("name", "x", "phases", new ArrayList<>(List.of(phase))));
        RecipeChanges changes = RecipeChanges.parse(List.of("phases[].side=64", "data.min-chroma=3"), 20);

        Map<String, Object> changed = changes.apply(recipe);

        assertThat(recipe).containsOnlyKeys("name", "phases");
        assertThat(phase).isEqualTo(Map.of("name", "a", "steps", 10));
        assertThat(changed).isEqualTo(changes.apply(recipe)).containsKeys("data", "validation");
    }
}
