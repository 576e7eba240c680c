package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.astrochrome.model.ModelRejectedException.Rule;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChecksTest {
    @TempDir
    private Path folder;

    private ModelRejectedException rejection(TinyModel model) {
        return rejection(model.write(folder.resolve("tiny.onnx")), null);
    }

    private static ModelRejectedException rejection(Path file, String expectedId) {
        ModelRejectedException rejected = catchThrowableOfType(
                ModelRejectedException.class,
                () -> ColourModel.load(file, expectedId, SessionSettings.cpu(1)).close());
        assertThat(rejected).as("the model is refused").isNotNull();
        return rejected;
    }

    @Test
    void refusesAFileWhoseChecksumIsNotThePromisedOne() {
        ModelRejectedException rejected =
                rejection(TinyModel.named("tiny").write(folder.resolve("tiny.onnx")), "0".repeat(64));

        assertThat(rejected.rule()).isEqualTo(Rule.CHECKSUM);
        assertThat(rejected).hasMessageContaining("tiny.onnx").hasMessageContaining("as promised");
    }

    @Test
    void refusesAContractItDoesNotKnow() {
        ModelRejectedException rejected = rejection(TinyModel.named("tiny").with("astrochrome.contract", "2"));

        assertThat(rejected.rule()).isEqualTo(Rule.CONTRACT);
        assertThat(rejected).hasMessageContaining("astrochrome.contract must be 1, but the file says 2");
    }

    @Test
    void refusesAForeignModel() {
        ModelRejectedException rejected = rejection(TinyModel.named("tiny").without("astrochrome.contract"));

        assertThat(rejected.rule()).isEqualTo(Rule.CONTRACT);
        assertThat(rejected).hasMessageContaining("has none");
    }

    @Test
    void refusesAnotherScaleOfColours() {
        assertThat(rejection(TinyModel.named("tiny").with("astrochrome.ab_scale", "128"))
                        .rule())
                .isEqualTo(Rule.CONTRACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"side", "stretch", "recipe", "recipe_hash", "data_hash", "commit", "seed", "licence", "name"})
    void refusesAFileThatHidesWhereItComesFrom(String key) {
        ModelRejectedException rejected = rejection(TinyModel.named("tiny").without("astrochrome." + key));

        assertThat(rejected.rule()).isEqualTo(Rule.METADATA);
    }

    @Test
    void refusesAFileWithoutASelfTest() {
        assertThat(rejection(TinyModel.named("tiny").without("astrochrome.selftest")))
                .satisfies(rejected -> assertThat(rejected.rule()).isEqualTo(Rule.METADATA))
                .hasMessageContaining("astrochrome.selftest");
    }

    @Test
    void refusesWeightsThatAreNotThoseOfTheSelfTest() {
        SelfTest ofAnother = SelfTest.of(64, new float[2 * 64 * 64]);

        ModelRejectedException rejected =
                rejection(TinyModel.named("tiny").with("astrochrome.selftest", ofAnother.toJson()));

        assertThat(rejected.rule()).isEqualTo(Rule.SELF_TEST);
        assertThat(rejected)
                .hasMessageContaining("not (0.0000, 0.0000) as where it was exported")
                .hasMessageContaining("or ONNX Runtime computes wrongly on this processor");
    }

    @Test
    void refusesASelfTestThatIsNonsense() {
        assertThat(rejection(TinyModel.named("tiny").with("astrochrome.selftest", "{\"rule\":\"other\"}"))
                        .rule())
                .isEqualTo(Rule.METADATA);
    }

    @Test
    void refusesLooksThatNothingRanks() {
        ModelRejectedException rejected = rejection(TinyModel.named("tiny")
                .with("astrochrome.looks", "[{\"name\":\"red\",\"vividness\":1.5,\"palette\":[0.5,1]}]"));

        assertThat(rejected.rule()).isEqualTo(Rule.METADATA);
        assertThat(rejected).hasMessageContaining("names 1 looks and tells the likelihood of 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"name\":\"Not a name\",\"vividness\":1,\"palette\":[1]}]",
                "[{\"name\":\"red\",\"vividness\":0,\"palette\":[1]}]",
                "[{\"name\":\"red\",\"vividness\":1,\"palette\":[]}]",
                "[{\"name\":\"red\",\"vividness\":1,\"palette\":[1]},{\"name\":\"red\",\"vividness\":1,\"palette\":[1]}]",
                "red"
            })
    void refusesLooksThatAreNonsense(String looks) {
        assertThat(rejection(TinyModel.named("tiny").with("astrochrome.looks", looks))
                        .rule())
                .isEqualTo(Rule.METADATA);
    }

    @Test
    void refusesAModelWhoseSidesAreFixed() {
        ModelRejectedException rejected = rejection(TinyModel.named("tiny").fixedSide(64));

        assertThat(rejected.rule()).isEqualTo(Rule.SIGNATURE);
        assertThat(rejected).hasMessageContaining("dynamic N, H and W");
    }

    @Test
    void refusesAnInputThatTheContractDoesNotKnow() {
        ModelRejectedException rejected = rejection(TinyModel.named("tiny").inputNamed("lightness"));

        assertThat(rejected.rule()).isEqualTo(Rule.SIGNATURE);
        assertThat(rejected).hasMessageContaining("'lightness'");
    }

    @Test
    void refusesWhatIsNoModel() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.onnx"), "not a model");

        assertThat(rejection(text, null).rule()).isEqualTo(Rule.UNREADABLE);
        assertThat(rejection(folder.resolve("absent.onnx"), null).rule()).isEqualTo(Rule.UNREADABLE);
    }

    @Test
    void writesTheMetadataThatItReads() throws Exception {
        Path file = TinyModel.named("tiny").write(folder.resolve("tiny.onnx"));
        try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
            ModelMetadata metadata = model.metadata();

            assertThat(ModelMetadata.fromProperties(metadata.toProperties())).isEqualTo(metadata);
        }
    }
}
