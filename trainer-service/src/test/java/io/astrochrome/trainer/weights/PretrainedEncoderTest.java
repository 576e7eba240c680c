package io.astrochrome.trainer.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.network.encoder.EncoderNetwork;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PretrainedEncoderTest {
    private static final int SIDE = 96;
    private static final Path PUBLISHED = Path.of(System.getProperty("astrochrome.shared", "absent"), "weights");

    @TempDir
    static Path folder;

    /** A file, the encoder whose it is, what its stages answer, and the scale of its pictures. */
    private record Source(Encoder encoder, Path file, List<JsonNode> stages, double scale) {
        @Override
        public String toString() {
            return file.getFileName().toString();
        }
    }

    static Stream<Source> sources() throws IOException {
        return Files.isDirectory(PUBLISHED) ? Stream.concat(made(), published()) : made();
    }

    /** Made with {@link MadeWeights}; what they answer was written by {@link #main} when the published ones passed. */
    private static Stream<Source> made() throws IOException {
        return Stream.of(
                made(Encoder.EFFICIENTNET_B4, MadeWeights.efficientNetB4(folder), 1),
                made(
                        Encoder.EFFICIENTNET_LITE0,
                        MadeWeights.folded(folder, Encoder.EFFICIENTNET_LITE0, "RGB, (v255-127)/128"),
                        1),
                made(
                        Encoder.MOBILENET_V2,
                        MadeWeights.folded(folder, Encoder.MOBILENET_V2, "RGB, (v255-127)/127.5"),
                        1),
                made(Encoder.RESNET50, MadeWeights.resNet50(folder), 60));
    }

    private static Source made(Encoder encoder, Path file, double scale) throws IOException {
        try (var in = PretrainedEncoderTest.class.getResourceAsStream("made-encoders.json")) {
            List<JsonNode> stages = new ArrayList<>();
            new ObjectMapper().readTree(in).path(encoder.name()).forEach(stages::add);
            return new Source(encoder, file, stages, scale);
        }
    }

    private static Stream<Source> published() throws IOException {
        return Stream.of(
                published(
                        Encoder.EFFICIENTNET_B4,
                        "efficientnet_b4_imagenet.safetensors",
                        "efficientnet_b4 (",
                        List.of("1", "5", "9", "21", "30"),
                        1),
                published(
                        Encoder.EFFICIENTNET_LITE0,
                        "efficientnet_lite0_imagenet.safetensors",
                        "efficientnet_lite0 (",
                        List.of("0", "2", "4", "10", "15"),
                        1),
                published(
                        Encoder.MOBILENET_V2,
                        "mobilenet_v2_1.0_imagenet.safetensors",
                        "mobilenet_v2 (",
                        List.of("0", "2", "5", "12", "16"),
                        1),
                published(
                        Encoder.RESNET50,
                        "resnet50_caffe_to_layer3.f16.safetensors",
                        "resnet50 (",
                        List.of("conv1", "layer1", "layer2", "layer3"),
                        60));
    }

    private static Source published(Encoder encoder, String fileName, String section, List<String> stages, double scale)
            throws IOException {
        JsonNode expected = section(section);
        return new Source(
                encoder,
                PUBLISHED.resolve(fileName),
                stages.stream().map(expected::path).toList(),
                scale);
    }

    private static JsonNode section(String start) throws IOException {
        JsonNode outputs = new ObjectMapper()
                .readTree(Files.readString(PUBLISHED.resolve("selftest.json")))
                .path("outputs");
        for (var entry : outputs.properties()) {
            if (entry.getKey().startsWith(start)) {
                return entry.getValue();
            }
        }
        throw new AssertionError("no section starts with " + start);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void givesTheFeaturesOfItsSource(Source source) {
        List<float[]> features = new ArrayList<>();
        List<long[]> shapes = new ArrayList<>();
        read(source.file, source.encoder, source.scale, (shape, values) -> {
            shapes.add(shape);
            features.add(values);
        });
        assertThat(source.stages).hasSizeBetween(4, features.size());
        for (int i = 0; i < source.stages.size(); i++) {
            assertStage("stage " + i, shapes.get(i), features.get(i), source.stages.get(i));
        }
    }

    private static void read(Path file, Encoder encoder, double scale, BiConsumer<long[], float[]> features) {
        PretrainedEncoder pretrained = PretrainedEncoder.read(file, encoder);
        EncoderNetwork network = EncoderNetwork.of(encoder, 3, pretrained.conventions());
        Blueprint blueprint = new Blueprint();
        network.forward(blueprint, new Feature(3, SIDE, SIDE));
        try (Tape tape = Tape.silent(Precision.SINGLE);
                Parameters parameters = new Parameters(blueprint.parameters(), Precision.SINGLE, 1)) {
            parameters.load(pretrained.values());
            Value picture = tape.of(picture(scale), 1, 3, SIDE, SIDE);
            network.forward(new TorchOps(parameters, TorchOps.Mode.PREDICTION), picture)
                    .forEach(feature -> features.accept(feature.shape(), feature.toFloats()));
        }
    }

    /** Writes what the made files answer; the argument is the resource. */
    public static void main(String[] arguments) throws IOException {
        folder = Files.createTempDirectory("made");
        ObjectNode all = new ObjectMapper().createObjectNode();
        for (Source source : made().toList()) {
            ArrayNode stages = all.putArray(source.encoder.name());
            int most = source.encoder == Encoder.RESNET50 ? 4 : 5;
            read(source.file, source.encoder, source.scale, (shape, values) -> {
                if (stages.size() < most) {
                    write(stages.addObject(), shape, values);
                }
            });
        }
        Files.writeString(Path.of(arguments[0]), all.toPrettyString() + "\n");
    }

    private static void write(ObjectNode stage, long[] shape, float[] values) {
        double mean = 0;
        double squares = 0;
        for (float value : values) {
            mean += value / (double) values.length;
            squares += value * (double) value / values.length;
        }
        for (int i = 1; i < shape.length; i++) {
            stage.withArray("shape").add(shape[i]);
        }
        stage.put("mean", mean).put("std", Math.sqrt(squares - mean * mean));
        for (int i = 0; i < 5; i++) {
            stage.withArray("first5").add(values[i]);
        }
        for (int i = values.length - 3; i < values.length; i++) {
            stage.withArray("last3").add(values[i]);
        }
    }

    private static void assertStage(String name, long[] of, float[] values, JsonNode expected) {
        JsonNode shape = expected.path("shape");
        assertThat(of)
                .as(name)
                .containsExactly(
                        1,
                        shape.get(0).asLong(),
                        shape.get(1).asLong(),
                        shape.get(2).asLong());
        double deviation = expected.path("std").asDouble();
        for (int i = 0; i < 5; i++) {
            assertThat((double) values[i])
                    .as(name + " value " + i)
                    .isCloseTo(expected.path("first5").get(i).asDouble(), within(1e-3 * deviation));
        }
        for (int i = 0; i < 3; i++) {
            assertThat((double) values[values.length - 3 + i])
                    .as(name + " value " + i + " of the last three")
                    .isCloseTo(expected.path("last3").get(i).asDouble(), within(1e-3 * deviation));
        }
        double mean = 0;
        for (float value : values) {
            mean += value / (double) values.length;
        }
        assertThat(mean).as(name + " mean").isCloseTo(expected.path("mean").asDouble(), within(1e-4 * deviation));
    }

    /** The formula of the self-test. */
    private static float[] picture(double scale) {
        float[] picture = new float[3 * SIDE * SIDE];
        int at = 0;
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double value = 0.8 * (Math.sin(0.11 * (x + 1) * (c + 1)) + Math.cos(0.07 * (y + 2) * (3 - c)));
                    picture[at++] = (float) (value * scale);
                }
            }
        }
        return picture;
    }
}
