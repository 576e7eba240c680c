package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelMetadata;
import io.astrochrome.model.SelfTest;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.storage.Sha256;
import io.astrochrome.testkit.model.TinyModel;
import io.astrochrome.trainer.export.Views;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelMakerTest {
    private static final int SIDE = 32;
    private static final ModelMaker.Words ITS_OWN = new ModelMaker.Words(null, null);
    private static final ModelMaker MAKER = new ModelMaker(null, null, "c0ffee");

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out.onnx");
    }

    private Path model(String name, TinyModel tiny) {
        return tiny.write(folder.resolve(name + ".onnx"));
    }

    private ColourModel made(List<Path> parts, Views views, ModelMaker.Words words) throws Exception {
        MAKER.make(parts, views, words, out());
        return ColourModel.load(out(), SessionSettings.cpu(1));
    }

    @AfterEach
    void nothingIsLeftBeside() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .allMatch(name -> name.endsWith(".onnx") || name.endsWith(".safetensors") || name.equals("run"));
        }
    }

    @Test
    void oneModelMayBeGivenOtherWords() throws Exception {
        TinyModel tiny = TinyModel.named("tiny");
        Path part = model("tiny", tiny);
        try (ColourModel renamed = made(List.of(part), Views.UPRIGHT, new ModelMaker.Words("light", "CC0"));
                ColourModel before = ColourModel.load(part, SessionSettings.cpu(1))) {
            ModelMetadata own = before.metadata();
            ModelMetadata words = renamed.metadata();

            assertThat(words.name()).isEqualTo("light");
            assertThat(words.licence()).isEqualTo("CC0");
            assertThat(List.of(words.recipe(), words.recipeHash(), words.dataHash(), words.commit(), words.quality()))
                    .isEqualTo(List.of(own.recipe(), own.recipeHash(), own.dataHash(), own.commit(), own.quality()));
        }
    }

    @Test
    void severalAnswerAsTheirMeanAndSayNothingOfTheirQuality() throws Exception {
        TinyModel pale = TinyModel.named("pale").slope(0.2f);
        TinyModel vivid = TinyModel.named("vivid").slope(0.9f).with("astrochrome.data_hash", "2".repeat(64));
        float[] lightness = SelfTest.lightness(SIDE);
        try (ColourModel both = made(List.of(model("pale", pale), model("vivid", vivid)), Views.UPRIGHT, ITS_OWN)) {
            float[] a = both.predict(lightness, 1, SIDE, SIDE).a(0);
            for (int i = 0; i < a.length; i += 11) {
                float mean = (pale.a(lightness[i]) + vivid.a(lightness[i])) / 2;
                assertThat(a[i]).isEqualTo(mean, within(1e-5f));
            }
            ModelMetadata words = both.metadata();
            assertThat(words.name()).isEqualTo("pale + vivid");
            assertThat(words.quality()).isEmpty();
            assertThat(words.recipe()).as("the same recipe is named once").isEqualTo("tiny");
            assertThat(words.recipeHash()).isEqualTo("0".repeat(64));
            assertThat(words.dataHash())
                    .as("of both")
                    .isEqualTo(Sha256.of(
                            ("1".repeat(64) + "\n" + "2".repeat(64) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void whatLiesInARunsFolderIsItsBestModel() throws Exception {
        Path run = Files.createDirectories(folder.resolve("run"));
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> MAKER.make(List.of(run), Views.UPRIGHT, ITS_OWN, out()))
                .withMessage(run + " holds no best.onnx");

        TinyModel.named("best").write(run.resolve("best.onnx"));
        try (ColourModel best = made(List.of(run), Views.UPRIGHT, ITS_OWN)) {
            assertThat(best.metadata().name()).isEqualTo("best");
        }
    }

    @Test
    void aPartThatIsNoneIsRefusedAndNothingIsWritten() throws Exception {
        Path absent = folder.resolve("absent.onnx");
        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> MAKER.make(List.of(absent), Views.UPRIGHT, ITS_OWN, out()))
                .withMessage("there is no " + absent);

        Path text = Files.writeString(folder.resolve("text.onnx"), "no model");
        Path tiny = model("tiny", TinyModel.named("tiny"));
        assertThatIOException().isThrownBy(() -> MAKER.make(List.of(tiny, text), Views.UPRIGHT, ITS_OWN, out()));

        assertThat(out()).doesNotExist();
    }

    @Test
    void aCheckpointNeedsItsRecipe() throws Exception {
        Path checkpoint = Files.write(folder.resolve("last.safetensors"), new byte[8]);

        assertThatExceptionOfType(RunException.class)
                .isThrownBy(() -> MAKER.make(List.of(checkpoint), Views.UPRIGHT, ITS_OWN, out()))
                .withMessage(checkpoint + " is a checkpoint: name the recipe it is of with --recipe");
    }

    @Test
    void membersOfOtherSidesAreNotMixed() {
        Path small = model("small", TinyModel.named("small"));
        Path large = model("large", TinyModel.named("large").with("astrochrome.side", "128"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MAKER.make(List.of(small, large), Views.UPRIGHT, ITS_OWN, out()))
                .withMessage("the members were trained at different sides: [64, 128]");
        assertThat(out()).doesNotExist();
    }

    @Test
    void theNewModelMayTakeTheOldOnesPlace() throws Exception {
        Path tiny = model("tiny", TinyModel.named("tiny"));
        MAKER.make(List.of(tiny), Views.TURNED, new ModelMaker.Words("turned", null), tiny);

        try (ColourModel turned = ColourModel.load(tiny, SessionSettings.cpu(1))) {
            assertThat(turned.metadata().name()).isEqualTo("turned");
            assertThat(turned.predict(SelfTest.lightness(SIDE), 1, SIDE, SIDE).confidence())
                    .isNotNull();
        }
    }
}
