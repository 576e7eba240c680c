package io.astrochrome.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.testkit.model.TinyModel;
import io.astrochrome.trainer.card.ModelFacts;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedModelsTest {
    private static final PictureSet NONE = new PictureSet(List.of());

    @TempDir
    private Path folder;

    private Path plain(String name) {
        return TinyModel.named(name).write(folder.resolve(name + ".onnx"));
    }

    private Path withLooks(String name) {
        return TinyModel.named(name).looks().write(folder.resolve(name + ".onnx"));
    }

    private Path guided(String name) {
        return TinyModel.named(name).palette(28).write(folder.resolve(name + ".onnx"));
    }

    private static List<String> names(LoadedModels models, PaletteKind... palettes) {
        return models.predictors(List.of(palettes), NONE).stream()
                .map(ChromaPredictor::name)
                .toList();
    }

    @Test
    void eachModelIsMeasuredWithEachPaletteInTheirOrder() throws Exception {
        try (LoadedModels models = LoadedModels.load(List.of(guided("b"), plain("a")))) {
            assertThat(names(models, PaletteKind.NONE, PaletteKind.OWN, PaletteKind.NEIGHBOUR, PaletteKind.FOLLOWED))
                    .as("one that takes no palette is measured without")
                    .containsExactly(
                            "b", "b, own palette", "b, neighbour's palette", "b, neighbour's palette, followed", "a");
            assertThat(models.facts()).extracting(ModelFacts::name).containsExactly("b.onnx", "a.onnx");
            assertThat(models.first()).isEqualTo(folder.resolve("b.onnx"));
        }
    }

    @Test
    void looksAreMeasuredOneByOneAndThenTheBestOfThem() throws Exception {
        try (LoadedModels models = LoadedModels.load(List.of(withLooks("vivid")))) {
            assertThat(names(models, PaletteKind.LOOKS, PaletteKind.KNOWN))
                    .containsExactly(
                            "vivid, look warm", "vivid, look cold", "vivid, best of 2 looks", "vivid, class known");
        }
    }

    @Test
    void aModelWithoutLooksBorrowsAnothersWhosePalettesAreAsLong() throws Exception {
        try (LoadedModels models = LoadedModels.load(List.of(guided("plain"), withLooks("vivid")))) {
            assertThat(names(models, PaletteKind.LOOKS)).startsWith("plain, look warm", "plain, look cold");
            assertThat(models.differences(NONE, new EvaluationCrop(32))).hasSize(2);
        }
        try (LoadedModels alone = LoadedModels.load(List.of(guided("alone")))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> names(alone, PaletteKind.LOOKS))
                    .withMessageStartingWith("the model alone offers no looks: ");
        }
    }

    @Test
    void palettesThatNoModelTakesAreRefused() throws Exception {
        Path file = plain("a");
        try (LoadedModels models = LoadedModels.load(List.of(file))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> names(models, PaletteKind.NONE, PaletteKind.OWN))
                    .withMessage("the model [" + file + "] takes no palette: leave out --palette");
            assertThat(names(models, PaletteKind.NONE)).containsExactly("a");
        }
        try (LoadedModels none = LoadedModels.load(List.of())) {
            assertThat(names(none, PaletteKind.OWN)).isEmpty();
        }
    }

    @Test
    void aFileOrANameThatComesTwiceIsRefused() throws Exception {
        Path file = plain("a");
        Path copy = Files.copy(file, folder.resolve("copy.onnx"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadedModels.load(List.of(file, file)))
                .withMessage("the model " + file + " is named twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadedModels.load(List.of(file, copy)))
                .withMessage("two models are named a: measure them one after the other");
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("text.onnx"), "no model");

        assertThatExceptionOfType(ModelRejectedException.class)
                .isThrownBy(() -> LoadedModels.load(List.of(plain("a"), text)))
                .withMessageContaining("text.onnx");
    }
}
