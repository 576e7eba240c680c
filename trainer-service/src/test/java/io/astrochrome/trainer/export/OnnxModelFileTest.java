package io.astrochrome.trainer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import io.astrochrome.trainer.network.Generator;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxModelFileTest {
    /** Larger networks than this have the same layers, only more of them; their files are hundreds of megabytes. */
    private static final long MOST_PARAMETERS = Long.getLong("astrochrome.test.parameters", 26_000_000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Encoder.class)
    void everyEncoderDoesInOnnxRuntimeWhatItDoesInTheEngine(Encoder encoder) throws IOException {
        assertAgreement(GeneratorSettings.of(encoder).withDecoderWidths(List.of(24, 16, 12, 8, 8)));
    }

    static Stream<GeneratorSettings> options() {
        GeneratorSettings plain =
                GeneratorSettings.of(Encoder.MOBILENET_V2).withDecoderWidths(List.of(24, 16, 12, 8, 8));
        return Stream.of(
                plain.withAttention(true, true),
                plain.withUpsampling(Upsampling.BILINEAR).withDropout(0.3),
                plain.withPaletteWidth(28).withAttention(true, false));
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyOptionDoesInOnnxRuntimeWhatItDoesInTheEngine(GeneratorSettings settings) throws IOException {
        assertAgreement(settings);
    }

    private void assertAgreement(GeneratorSettings settings) throws IOException {
        Generator generator = new Generator(settings, Conventions.of(settings.encoder()));
        long size = generator.parameters().values().stream()
                .mapToLong(spec -> spec.size())
                .sum();
        assumeThat(size)
                .as("a network of " + size + " values is too large for a test")
                .isLessThan(MOST_PARAMETERS);
        SplittableRandom random = new SplittableRandom(3);
        Probe probe = new Probe(2, 64, 32, numbers(random, 2 * 64 * 32));
        int width = settings.paletteWidth();
        float[] palette = numbers(random, 2 * width);
        try (Parameters parameters = new Parameters(generator.parameters(), Precision.SINGLE, 4)) {
            settle(generator, parameters, probe, palette);
            float[] expected = run(generator, parameters, probe, palette, TorchOps.Mode.PREDICTION);
            Path file = folder.resolve("model.onnx");
            OnnxModelFile.write(file, generator, parameters.save(), false, Map.of());
            assertThat(Agreement.require(file, probe, width == 0 ? null : palette, expected))
                    .isLessThan(1e-4);
            assertThat(spread(expected)).as("the outputs are not all alike").isGreaterThan(1e-3);
        }
    }

    /** Brings the running statistics near those of the pictures, so that the outputs are of a usual size. */
    private static void settle(Generator generator, Parameters parameters, Probe probe, float[] palette) {
        for (int i = 0; i < 20; i++) {
            run(generator, parameters, probe, palette, TorchOps.Mode.TRAINING);
        }
    }

    private static float[] run(
            Generator generator, Parameters parameters, Probe probe, float[] palette, TorchOps.Mode mode) {
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Value l = tape.of(probe.l(), probe.n(), 1, probe.h(), probe.w());
            Value hint = palette.length == 0 ? null : tape.of(palette, probe.n(), palette.length / probe.n(), 1, 1);
            return generator.forward(new TorchOps(parameters, mode), l, hint).toFloats();
        }
    }

    private static double spread(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += value * value;
        }
        return Math.sqrt(squares / values.length - Math.pow(sum / values.length, 2));
    }

    @ParameterizedTest
    @EnumSource(CriticKind.class)
    void everyCriticDoesInOnnxRuntimeWhatItDoesInTheEngine(CriticKind kind) throws IOException, OrtException {
        Critic critic = new Critic(new CriticSettings(kind, 8, 0.2));
        float[] lab = numbers(new SplittableRandom(2), 2 * 3 * 64 * 32);
        Path file = folder.resolve("critic.onnx");
        try (Parameters parameters = new Parameters(critic.parameters(), Precision.SINGLE, 4);
                Tape tape = Tape.silent(Precision.SINGLE)) {
            OnnxModelFile.write(file, critic, parameters.save(), Map.of());
            float[] expected = critic.forward(
                            new TorchOps(parameters, TorchOps.Mode.PREDICTION), tape.of(lab, 2, 3, 64, 32))
                    .toFloats();
            assertThat(scores(file, lab)).hasSameSizeAs(expected).satisfies(scores -> {
                for (int i = 0; i < expected.length; i++) {
                    assertThat(scores[i]).isCloseTo(expected[i], within(1e-4f));
                }
            });
        }
    }

    private static float[] scores(Path file, float[] lab) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(file.toString(), options);
                OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(lab), new long[] {2, 3, 64, 32});
                OrtSession.Result result = session.run(Map.of(OnnxModelFile.CRITIC_INPUT, input))) {
            FloatBuffer scores = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[scores.remaining()];
            scores.get(values);
            return values;
        }
    }

    @Test
    void halfTheWeightsMakeHalfTheFile() throws IOException {
        Generator generator = new Generator(
                GeneratorSettings.of(Encoder.MOBILENET_V2).withDecoderWidths(List.of(24, 16, 12, 8, 8)),
                Conventions.tensorflow());
        try (Parameters parameters = new Parameters(generator.parameters(), Precision.SINGLE, 4)) {
            Map<String, Tensor> values = parameters.save();
            Path whole = folder.resolve("whole.onnx");
            Path half = folder.resolve("half.onnx");
            OnnxModelFile.write(whole, generator, values, false, Map.of());
            OnnxModelFile.write(half, generator, values, true, Map.of());
            assertThat((double) Files.size(half) / Files.size(whole)).isBetween(0.5, 0.56);
            parameters.load(OnnxModelFile.rounded(values));
            Probe probe = new Probe(1, 32, 32, numbers(new SplittableRandom(1), 32 * 32));
            float[] expected = run(generator, parameters, probe, new float[0], TorchOps.Mode.PREDICTION);
            assertThat(Agreement.require(half, probe, null, expected)).isLessThan(1e-4);
        }
    }

    @Test
    void refusesAModelThatAnswersOtherwise() throws IOException {
        Generator generator = new Generator(
                GeneratorSettings.of(Encoder.MOBILENET_V2).withDecoderWidths(List.of(8, 8, 8, 8, 8)),
                Conventions.tensorflow());
        try (Parameters parameters = new Parameters(generator.parameters(), Precision.SINGLE, 4)) {
            Path file = folder.resolve("model.onnx");
            OnnxModelFile.write(file, generator, parameters.save(), false, Map.of());
            Probe probe = new Probe(1, 32, 32, numbers(new SplittableRandom(1), 32 * 32));
            float[] expected = run(generator, parameters, probe, new float[0], TorchOps.Mode.PREDICTION);
            expected[100] += 2e-4f;
            assertThatThrownBy(() -> Agreement.require(file, probe, null, expected))
                    .isInstanceOf(ExportRefusedException.class)
                    .hasMessageContaining("1.0E-4")
                    .hasMessageContaining("computes wrongly on this processor");
            expected[100] = Float.NaN;
            assertThatThrownBy(() -> Agreement.require(file, probe, null, expected))
                    .isInstanceOf(ExportRefusedException.class);
        }
    }

    private static float[] numbers(SplittableRandom random, int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
