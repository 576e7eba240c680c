package io.astrochrome.trainer.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Blueprint;
import io.astrochrome.trainer.network.Encoder;
import io.astrochrome.trainer.network.EncoderNetwork;
import io.astrochrome.trainer.network.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PretrainedEncoderTest {
    private static final int SIDE = 96;
    private static final Path WEIGHTS = Path.of(System.getProperty("astrochrome.shared", "absent"), "weights");

    @Test
    void efficientNetB4GivesTheFeaturesOfItsSource() throws IOException {
        assertFeatures(
                Encoder.EFFICIENTNET_B4,
                "efficientnet_b4_imagenet.safetensors",
                "efficientnet_b4 (",
                List.of("1", "5", "9", "21", "30"),
                1);
    }

    @Test
    void efficientNetLite0GivesTheFeaturesOfItsSource() throws IOException {
        assertFeatures(
                Encoder.EFFICIENTNET_LITE0,
                "efficientnet_lite0_imagenet.safetensors",
                "efficientnet_lite0 (",
                List.of("0", "2", "4", "10", "15"),
                1);
    }

    @Test
    void mobileNetV2GivesTheFeaturesOfItsSource() throws IOException {
        assertFeatures(
                Encoder.MOBILENET_V2,
                "mobilenet_v2_1.0_imagenet.safetensors",
                "mobilenet_v2 (",
                List.of("0", "2", "5", "12", "16"),
                1);
    }

    @Test
    void resNet50GivesTheFeaturesOfItsSource() throws IOException {
        assertFeatures(
                Encoder.RESNET50,
                "resnet50_caffe_to_layer3.f16.safetensors",
                "resnet50 (",
                List.of("conv1", "layer1", "layer2", "layer3"),
                60);
    }

    private static void assertFeatures(
            Encoder encoder, String fileName, String section, List<String> stages, double scale) throws IOException {
        Path file = WEIGHTS.resolve(fileName);
        assumeThat(file).as("the shared weights are not here").exists();
        JsonNode expected = section(section);
        PretrainedEncoder pretrained = PretrainedEncoder.read(file, encoder);
        EncoderNetwork network = EncoderNetwork.of(encoder, 3, pretrained.conventions());
        Blueprint blueprint = new Blueprint();
        network.forward(blueprint, new Feature(3, SIDE, SIDE));
        try (Tape tape = Tape.silent(Precision.SINGLE);
                Parameters parameters = new Parameters(blueprint.parameters(), Precision.SINGLE, 1)) {
            parameters.load(pretrained.values());
            Value picture = tape.of(picture(scale), 1, 3, SIDE, SIDE);
            List<Value> features = network.forward(new TorchOps(parameters, TorchOps.Mode.PREDICTION), picture);
            for (int i = 0; i < stages.size(); i++) {
                assertStage(stages.get(i), features.get(i), expected.path(stages.get(i)));
            }
        }
    }

    private static JsonNode section(String start) throws IOException {
        JsonNode outputs = new ObjectMapper()
                .readTree(Files.readString(WEIGHTS.resolve("selftest.json")))
                .path("outputs");
        for (var entry : outputs.properties()) {
            if (entry.getKey().startsWith(start)) {
                return entry.getValue();
            }
        }
        throw new AssertionError("no section starts with " + start);
    }

    private static void assertStage(String name, Value feature, JsonNode expected) {
        float[] values = feature.toFloats();
        JsonNode shape = expected.path("shape");
        assertThat(feature.shape())
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
