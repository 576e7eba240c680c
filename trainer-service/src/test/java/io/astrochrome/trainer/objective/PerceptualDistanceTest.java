package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.Safetensors;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.weights.MadeWeights;
import io.astrochrome.trainer.weights.WeightsMismatchException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerceptualDistanceTest {
    private static final Path PUBLISHED =
            Path.of(System.getProperty("astrochrome.shared", "absent"), "weights", "lpips_squeeze_v0.1.safetensors");

    @TempDir
    static Path folder;

    static Stream<Path> weights() throws IOException {
        Path made = MadeWeights.lpips(folder);
        return Files.exists(PUBLISHED) ? Stream.of(made, PUBLISHED) : Stream.of(made);
    }

    @ParameterizedTest
    @MethodSource("weights")
    void growsWithTheNoiseThatIsAdded(Path weights) {
        float[] picture = picture(64);
        try (PerceptualDistance distance = PerceptualDistance.read(weights)) {
            double none = distance.between(picture, picture, 1, 64, 64)[0];
            double little = distance.between(picture, noisy(picture, 0.05), 1, 64, 64)[0];
            double much = distance.between(picture, noisy(picture, 0.3), 1, 64, 64)[0];
            assertThat(none).isCloseTo(0, within(1e-7));
            assertThat(little).isGreaterThan(0.001);
            assertThat(much).isGreaterThan(1.5 * little);
        }
    }

    @ParameterizedTest
    @MethodSource("weights")
    void itsSlopeIsFiniteAlsoWhereThePicturesAreEqualAndBlack(Path weights) {
        try (PerceptualDistance distance = PerceptualDistance.read(weights);
                Tape tape = Tape.recording(Precision.SINGLE, 1)) {
            Value ab = tape.watched(tape.number(0, 1, 2, 32, 32));
            Value made = DifferentiableSrgb.of(tape, tape.number(-1, 1, 1, 32, 32), ab);
            Value loss = tape.mean(distance.of(tape, made, tape.detach(made)));
            float[] slopes = tape.gradients(loss, List.of(ab)).get(0).toFloats();
            assertThat(slopes).doesNotContain(Float.NaN);
        }
    }

    @Test
    void refusesAFileThatLacksAHeadOrHasAShorterOne() throws IOException {
        Safetensors whole = Safetensors.read(ByteBuffer.wrap(Files.readAllBytes(MadeWeights.lpips(folder))));
        Map<String, Tensor> lacking = new LinkedHashMap<>(whole.tensors());
        lacking.remove("lin6.weight");
        Map<String, Tensor> shorter = new LinkedHashMap<>(whole.tensors());
        shorter.put("lin0.weight", Tensor.ofFloats(new float[] {1, 2}, 1, 2, 1, 1));

        assertThatThrownBy(() -> PerceptualDistance.read(written(lacking)))
                .isInstanceOf(WeightsMismatchException.class)
                .hasMessageContaining("lin6.weight");
        assertThatThrownBy(() -> PerceptualDistance.read(written(shorter)))
                .isInstanceOf(WeightsMismatchException.class)
                .hasMessageContaining("lin0.weight")
                .hasMessageContaining("64 values");
    }

    private static Path written(Map<String, Tensor> tensors) throws IOException {
        Path file = folder.resolve("changed.safetensors");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            new Safetensors(Map.of(), tensors).write(channel);
        }
        return file;
    }

    private static float[] picture(int side) {
        float[] picture = new float[3 * side * side];
        for (int i = 0; i < picture.length; i++) {
            int row = i / side;
            picture[i] = (float) (0.5 + 0.4 * Math.sin(0.2 * (i % side)) * Math.cos(0.13 * row));
        }
        return picture;
    }

    private static float[] noisy(float[] picture, double deviation) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noisy = new float[picture.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) Math.max(0, Math.min(1, picture[i] + deviation * random.nextGaussian()));
        }
        return noisy;
    }
}
