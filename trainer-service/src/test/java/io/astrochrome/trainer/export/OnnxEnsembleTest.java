package io.astrochrome.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelContract;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEnsembleTest {
    private static final int SIDE = 64;

    @TempDir
    private Path folder;

    @Test
    void itsAnswerIsTheMeanOfItsMembers() throws IOException {
        Path first = member("first.onnx", 1, 0);
        Path second = member("second.onnx", 2, 0);
        Path file = folder.resolve("ensemble.onnx");
        new OnnxEnsemble(List.of(first, second), Views.UPRIGHT).write(file, Map.of());
        Probe probe = probe();
        float[] some = Agreement.run(first, probe, null);
        float[] others = Agreement.run(second, probe, null);
        float[] mean = Agreement.run(file, probe, null);
        for (int i = 0; i < mean.length; i++) {
            assertThat(mean[i]).isCloseTo((some[i] + others[i]) / 2, within(1e-5f));
        }
        assertThat(some).isNotEqualTo(others);
    }

    @Test
    void withFlipsAMirroredPictureGetsTheMirroredAnswer() throws IOException {
        Path file = folder.resolve("flipped.onnx");
        new OnnxEnsemble(List.of(member("one.onnx", 3, 28)), Views.FLIPPED).write(file, Map.of());
        Probe probe = probe();
        float[] palette = new float[28];
        palette[4] = 0.9f;
        palette[27] = 1;
        float[] answer = Agreement.run(file, probe, palette);
        float[] mirrored = Agreement.run(file, new Probe(1, SIDE, SIDE, mirrored(probe.l())), palette);
        for (int i = 0; i < answer.length; i++) {
            assertThat(mirrored(mirrored)[i]).isCloseTo(answer[i], within(1e-5f));
        }
    }

    @Test
    void inAllViewsAPictureWithRowsForColumnsGetsTheSameAnswerTurned() throws IOException {
        Path file = folder.resolve("turned.onnx");
        new OnnxEnsemble(List.of(member("one.onnx", 3, 0), member("two.onnx", 4, 0)), Views.TURNED)
                .write(file, Map.of());
        Probe wide = new Probe(2, SIDE / 2, SIDE, Arrays.copyOf(probe().l(), SIDE * SIDE));
        Planes answer = Planes.of(wide).with(Agreement.run(file, wide, null));
        Probe tall = Planes.of(wide).transposed().probe();
        Planes turned = Planes.of(tall).with(Agreement.run(file, tall, null)).transposed();
        float[] one = Agreement.run(folder.resolve("one.onnx"), wide, null);
        assertThat(turned.values()).containsExactly(answer.values(), within(1e-5f));
        assertThat(answer.values()).isNotEqualTo(one);
        assertThat(Files.size(file))
                .as("the values are there once, whatever the views")
                .isLessThan(Files.size(folder.resolve("one.onnx")) * 5 / 2);
    }

    @Test
    void aLoaderAcceptsItAndItsConfidenceLiesBetweenZeroAndOne() throws Exception {
        Path file = folder.resolve("ensemble.onnx");
        Map<String, String> metadata = Map.of(
                ModelContract.KEY_CONTRACT, ModelContract.VERSION,
                ModelContract.KEY_NAME, "two",
                ModelContract.KEY_SIDE, "64",
                ModelContract.KEY_COLOUR_SPACE, ModelContract.COLOUR_SPACE,
                ModelContract.KEY_AB_SCALE, ModelContract.AB_SCALE,
                ModelContract.KEY_STRETCH, "none",
                ModelContract.KEY_RECIPE, "test",
                ModelContract.KEY_RECIPE_HASH, "r",
                ModelContract.KEY_DATA_HASH, "d",
                ModelContract.KEY_COMMIT, "c");
        Map<String, String> whole = new LinkedHashMap<>(metadata);
        whole.put(ModelContract.KEY_SEED, "1");
        whole.put(ModelContract.KEY_LICENCE, "CC0");
        new OnnxEnsemble(List.of(member("a.onnx", 1, 0), member("b.onnx", 2, 0)), Views.FLIPPED).write(file, whole);
        try (ColourModel model = ColourModel.load(file, SessionSettings.cpu(1))) {
            float[] confidence = model.predict(probe().l(), 1, SIDE, SIDE).confidence();
            for (float value : confidence) {
                assertThat(value).isBetween(0f, 1f);
            }
            assertThat(confidence).hasSize(SIDE * SIDE);
        }
    }

    @Test
    void refusesMembersThatDoNotFitTogether() throws IOException {
        Path narrow = member("narrow.onnx", 1, 28);
        Path wide = member("wide.onnx", 1, 76);
        assertThatThrownBy(() -> new OnnxEnsemble(List.of(narrow, wide), Views.UPRIGHT))
                .hasMessageContaining("palettes have different lengths: [28, 76]");
        assertThatThrownBy(() -> new OnnxEnsemble(List.of(narrow), Views.UPRIGHT))
                .hasMessageContaining("at least two");
    }

    private Path member(String name, long seed, int paletteWidth) throws IOException {
        GeneratorSettings settings = GeneratorSettings.of(Encoder.MOBILENET_V2)
                .withDecoderWidths(List.of(8, 8, 8, 8, 8))
                .withPaletteWidth(paletteWidth);
        Generator generator = new Generator(settings, Conventions.tensorflow());
        Path file = folder.resolve(name);
        try (Parameters parameters = new Parameters(generator.parameters(), Precision.SINGLE, seed)) {
            OnnxModelFile.write(file, generator, parameters.save(), false, Map.of());
        }
        return file;
    }

    private static Probe probe() {
        SplittableRandom random = new SplittableRandom(6);
        float[] l = new float[SIDE * SIDE];
        for (int i = 0; i < l.length; i++) {
            l[i] = (float) random.nextDouble(-1, 1);
        }
        return new Probe(1, SIDE, SIDE, l);
    }

    private static float[] mirrored(float[] planes) {
        float[] mirrored = new float[planes.length];
        for (int i = 0; i < planes.length; i++) {
            mirrored[i] = planes[i - i % SIDE + SIDE - 1 - i % SIDE];
        }
        return mirrored;
    }
}
