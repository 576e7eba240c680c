package io.astrochrome.trainer.evaluate.perceptual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The layers that {@link LpipsDistance} is held against, by their definitions. */
class PlainLpipsTest {
    @Test
    void aConvolutionAgreesWithItsDefinition() {
        Random random = new Random(7);
        for (int stride = 1; stride <= 2; stride++) {
            for (int padding = 0; padding <= 1; padding++) {
                FeatureMap input = new FeatureMap(3, 9, 11, floats(random, 3 * 9 * 11));
                ConvolutionReluLayer layer = new ConvolutionReluLayer(
                        4, 3, 3, stride, padding, floats(random, 4 * 3 * 9), floats(random, 4));

                FeatureMap output = layer.apply(input);

                for (int o = 0; o < 4; o++) {
                    for (int y = 0; y < output.height(); y++) {
                        for (int x = 0; x < output.width(); x++) {
                            assertThat(output.values()[(o * output.height() + y) * output.width() + x])
                                    .isEqualTo((float) Math.max(0, defined(layer, input, o, y, x)), within(1e-5f));
                        }
                    }
                }
            }
        }
    }

    @Test
    void poolingCountsWindowsThatEndOutside() {
        FeatureMap input = new FeatureMap(1, 4, 4, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});

        assertThat(input.maxPooled().values()).containsExactly(11, 12, 15, 16);
    }

    private static double defined(ConvolutionReluLayer layer, FeatureMap input, int o, int y, int x) {
        double sum = layer.bias()[o];
        for (int i = 0; i < 3; i++) {
            for (int ky = 0; ky < 3; ky++) {
                for (int kx = 0; kx < 3; kx++) {
                    int row = y * layer.stride() + ky - layer.padding();
                    int column = x * layer.stride() + kx - layer.padding();
                    if (row >= 0 && row < 9 && column >= 0 && column < 11) {
                        sum += layer.weights()[((o * 3 + i) * 3 + ky) * 3 + kx]
                                * input.values()[(i * 9 + row) * 11 + column];
                    }
                }
            }
        }
        return sum;
    }

    private static float[] floats(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }
}
