package io.astrochrome.trainer.network.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderNetworkTest {
    private static final int RGB = 3;
    private static final int SIDE = 64;

    private static Blueprint blueprint(EncoderNetwork network, int channels) {
        Blueprint blueprint = new Blueprint();
        network.forward(blueprint, new Feature(channels, SIDE, SIDE));
        return blueprint;
    }

    private static EncoderNetwork published(Encoder encoder) {
        return EncoderNetwork.of(encoder, RGB, Conventions.of(encoder));
    }

    /** What torchvision (and timm, for Lite0) counts in the whole network, less its classifier and last 1 x 1 convolution. */
    @ParameterizedTest
    @CsvSource({
        "RESNET34, 21797672, 513000, 0",
        "RESNET50, 25557032, 2049000, 0",
        "MOBILENET_V2, 3504872, 1281000, 412160",
        "EFFICIENTNET_LITE0, 4652008, 1281000, 412160",
        "EFFICIENTNET_B0, 5288548, 1281000, 412160",
        "EFFICIENTNET_B1, 7794184, 1281000, 412160",
        "EFFICIENTNET_B2, 9109994, 1409000, 498432",
        "EFFICIENTNET_B3, 12233232, 1537000, 592896",
        "EFFICIENTNET_B4, 19341616, 1793000, 806400",
        "EFFICIENTNET_B5, 30389784, 2049000, 1052672",
        "EFFICIENTNET_B6, 43040704, 2305000, 1331712",
        "EFFICIENTNET_B7, 66347960, 2561000, 1643520"
    })
    void hasAsManyParametersAsThePublishedNetwork(Encoder encoder, int whole, int classifier, int lastConvolution) {
        Map<String, ParameterSpec> parameters =
                blueprint(published(encoder), RGB).parameters();

        int count = parameters.values().stream()
                .filter(ParameterSpec::trainable)
                .mapToInt(ParameterSpec::size)
                .sum();
        assertThat(count).isEqualTo(whole - classifier - lastConvolution);
    }

    @ParameterizedTest
    @CsvSource({
        "RESNET34, 64, 64, 128, 256, 512",
        "RESNET50, 64, 256, 512, 1024, 2048",
        "MOBILENET_V2, 16, 24, 32, 96, 320",
        "EFFICIENTNET_LITE0, 16, 24, 40, 112, 320",
        "EFFICIENTNET_B0, 16, 24, 40, 112, 320",
        "EFFICIENTNET_B2, 16, 24, 48, 120, 352",
        "EFFICIENTNET_B4, 24, 32, 56, 160, 448",
        "EFFICIENTNET_B7, 32, 48, 80, 224, 640"
    })
    void theFiveMapsHaveThePublishedWidths(Encoder encoder, int first, int second, int third, int fourth, int fifth) {
        assertThat(published(encoder).forward(new Blueprint(), new Feature(RGB, SIDE, SIDE)))
                .extracting(Feature::channels)
                .containsExactly(first, second, third, fourth, fifth);
    }

    @ParameterizedTest
    @EnumSource(Encoder.class)
    void eachMapHasHalfTheSidesOfTheOneBeforeByEveryConvention(Encoder encoder) {
        for (Conventions conventions : List.of(Conventions.tensorflow(), Conventions.pytorch(), Conventions.caffe())) {
            List<Feature> maps =
                    EncoderNetwork.of(encoder, 1, conventions).forward(new Blueprint(), new Feature(1, 96, 160));

            assertThat(maps).extracting(Feature::height).containsExactly(48, 24, 12, 6, 3);
            assertThat(maps).extracting(Feature::width).containsExactly(80, 40, 20, 10, 5);
        }
    }

    @ParameterizedTest
    @EnumSource(Encoder.class)
    void everyNormalisationFollowsAConvolutionOfAsManyChannels(Encoder encoder) {
        EncoderNetwork network = published(encoder);
        Map<String, ParameterSpec> parameters = blueprint(network, RGB).parameters();
        Map<String, String> normalisations = network.normalisations();

        assertThat(normalisations)
                .containsEntry(network.stem().name(), network.stemNorm().name());
        assertThat(normalisations.values()).doesNotHaveDuplicates().hasSize((int) parameters.keySet().stream()
                .filter(name -> name.endsWith(".running_mean"))
                .count());
        normalisations.forEach((conv, norm) -> assertThat(
                        parameters.get(conv + ".weight").shape().get(0))
                .as(conv)
                .isEqualTo(parameters.get(norm + ".running_mean").shape().get(0)));
    }

    @ParameterizedTest
    @EnumSource(Encoder.class)
    void onlyTheStemReadsThePicture(Encoder encoder) {
        Map<String, ParameterSpec> grey = blueprint(EncoderNetwork.of(encoder, 1, Conventions.of(encoder)), 1)
                .parameters();
        Map<String, ParameterSpec> colour = blueprint(published(encoder), RGB).parameters();
        String stem = published(encoder).stem().name() + ".weight";

        assertThat(colour.keySet()).isEqualTo(grey.keySet());
        assertThat(colour.get(stem).size()).isEqualTo(3 * grey.get(stem).size());
        grey.forEach((name, spec) -> {
            if (!name.equals(stem)) {
                assertThat(colour.get(name).shape()).isEqualTo(spec.shape());
            }
        });
    }

    @Test
    void residualBlocksAtTheEndCanBeLeftOutAndOthersCannot() {
        // MobileNetV2 ends in a block that widens, and B0 in one too.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncoderNetwork.of(
                        Encoder.MOBILENET_V2, 1, Conventions.tensorflow().withoutLastBlocks(1)))
                .withMessage("only residual blocks can be left out at an encoder's end");

        // B1's last stage has a second block, which adds to what the first gives.
        Conventions shorter = Conventions.tensorflow().withoutLastBlocks(1);
        int whole = blueprint(EncoderNetwork.of(Encoder.EFFICIENTNET_B1, 1, Conventions.tensorflow()), 1)
                .parameters()
                .size();
        EncoderNetwork without = EncoderNetwork.of(Encoder.EFFICIENTNET_B1, 1, shorter);
        assertThat(blueprint(without, 1).parameters()).hasSizeLessThan(whole);
        assertThat(without.forward(new Blueprint(), new Feature(1, SIDE, SIDE)))
                .extracting(Feature::channels)
                .endsWith(320);
    }
}
