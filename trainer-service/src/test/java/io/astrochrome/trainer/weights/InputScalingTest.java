package io.astrochrome.trainer.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputScalingTest {
    @Test
    void bytesThatAreCentredAndDivided() {
        InputScaling scaling = InputScaling.parse("NHWC, RGB, (v255-127)/128");

        assertThat(scaling.mean()).containsOnly(127 / 255.0);
        assertThat(scaling.deviation()).containsOnly(128 / 255.0);
        assertThat((255 / 255.0 - scaling.mean()[0]) / scaling.deviation()[0])
                .as("white")
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void bytesFromWhichAMeanIsTaken() {
        InputScaling scaling = InputScaling.parse("BGR 0..255 minus (103.939,116.779,123.68)");

        assertThat(scaling.mean()).containsExactly(103.939 / 255, 116.779 / 255, 123.68 / 255);
        assertThat(scaling.deviation()).containsOnly(1 / 255.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RGB, as usual", "(v255-)/", "0..255 minus (1,2)"})
    void whatSaysNothingOfItIsImageNets(String description) {
        assertThat(InputScaling.parse(description).mean()).containsExactly(0.485, 0.456, 0.406);
        assertThat(InputScaling.parse(description).deviation()).containsExactly(0.229, 0.224, 0.225);
    }
}
