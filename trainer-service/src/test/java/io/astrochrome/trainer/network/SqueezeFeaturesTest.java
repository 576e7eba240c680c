package io.astrochrome.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import org.junit.jupiter.api.Test;

class SqueezeFeaturesTest {
    private final SqueezeFeatures features = new SqueezeFeatures();

    @Test
    void hasAsManyParametersAsThePublishedNetworkLessItsClassifier() {
        int classifier = 512 * 1000 + 1000;

        assertThat(features.parameters().values().stream()
                        .mapToInt(ParameterSpec::size)
                        .sum())
                .as("torchvision's SqueezeNet 1.1")
                .isEqualTo(1_235_496 - classifier);
    }

    @Test
    void theSevenMapsHaveTheWidthsThatLpipsCompares() {
        assertThat(features.widths()).containsExactly(64, 128, 256, 384, 384, 512, 512);
    }

    @Test
    void theMapsHaveThePublishedSides() {
        assertThat(features.forward(new Blueprint(), new Feature(3, 64, 64)))
                .extracting(Feature::height)
                .containsExactly(31, 15, 7, 3, 3, 3, 3);
    }

    @Test
    void allLayersHaveABias() {
        assertThat(features.parameters().keySet().stream().filter(name -> name.endsWith(".bias")))
                .hasSize(1 + 3 * 8);
    }
}
