package io.astrochrome.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PredictionTest {
    private static final Prediction TWO_FRAMES =
            new Prediction(2, 1, 1, new float[] {0.2f, -0.4f, 0.2f, -0.6f}, null, new float[] {0.3f, 0.7f, 0.9f, 0.1f});

    @Test
    void eachFrameIsAsVividAsItIsAskedForAndNoMoreThanThereIs() {
        assertThat(TWO_FRAMES.vivid(1, 2).ab()).containsExactly(new float[] {0.2f, -0.4f, 0.4f, -1}, within(1e-6f));
        assertThat(TWO_FRAMES.ab()).as("the original stays").containsExactly(0.2f, -0.4f, 0.2f, -0.6f);
    }

    @Test
    void likelihoodsAreToldFrameByFrame() {
        assertThat(TWO_FRAMES.looks(1)).containsExactly(0.9f, 0.1f);
    }
}
