package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.astrochrome.trainer.recipe.RecipeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedRowTest {
    private static ComparedRow row(String row, String... everywhere) throws IOException {
        return ComparedRow.parse(row, List.of(everywhere), 40);
    }

    @Test
    void aRowIsARecipeWithChanges() throws IOException {
        ComparedRow changed = row("light,generator.dropout=0.5,phases[].side=96");

        assertThat(changed.label()).isEqualTo("light, generator.dropout=0.5, phases[].side=96");
        assertThat(changed.recipe().generator().dropout()).isEqualTo(0.5);
        assertThat(changed.recipe().phases()).allMatch(phase -> phase.side() == 96);
        assertThat(changed.recipe().totalSteps()).isEqualTo(40);
    }

    @Test
    void commasWithinBracketsBelongToAValue() throws IOException {
        ComparedRow row = row("light,augmentation.gamma=[0.5, 2],data.classes=[galaxy,nebula],seed=3");

        assertThat(row.recipe().augmentation().gamma().high()).isEqualTo(2);
        assertThat(row.recipe().data().classes()).containsExactly("galaxy", "nebula");
        assertThat(row.recipe().seed()).isEqualTo(3);
        assertThat(row.label()).contains("data.classes=[galaxy,nebula], seed=3");
    }

    @Test
    void aRowsOwnChangeComesAfterThatOfEveryRow() throws IOException {
        assertThat(row("light,seed=3", "seed=2", "generator.dropout=0.5")
                        .recipe()
                        .seed())
                .isEqualTo(3);
        assertThat(row("light", "seed=2").recipe().seed()).isEqualTo(2);
        assertThat(row("light", "seed=2").label())
                .as("what every row has tells none apart")
                .isEqualTo("light");
    }

    @Test
    void aRecipeFileIsLabelledByItsName(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(folder.resolve("in a file.yaml"), "name: mine\nphases: [{name: only, steps: 10}]\n");

        assertThat(row(file + ",seed=5").label()).isEqualTo("mine, seed=5");
    }

    @Test
    void eachRowHasAFolderOfItsOwnWhoseNameAnyFileSystemTakes() throws IOException {
        String folder = row("light,phases[].side=96,data.classes=[galaxy]").folder();

        assertThat(folder).matches("light_phases_.side=96_data.classes=_galaxy_-[0-9a-f]{8}");
        assertThat(row("light,seed=2").folder())
                .isNotEqualTo(row("light,seed=3").folder());
        assertThat(row("light", "seed=2").folder())
                .as("of the same label, and another recipe")
                .isNotEqualTo(row("light", "seed=3").folder())
                .startsWith("light-");
    }

    @Test
    void whatIsNoRecipeOrNoChangeIsRefused() {
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> row("ligth"))
                .withMessageContaining("the nearest is light");
        assertThatExceptionOfType(RecipeException.class)
                .isThrownBy(() -> row("light,seed"))
                .withMessage("a change is written key=value, not seed");
    }
}
