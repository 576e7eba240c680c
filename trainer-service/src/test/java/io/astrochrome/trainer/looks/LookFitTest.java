package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.network.LookReadout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LookFitTest {
    private static final int SIDE = 32;
    private static final int PICTURES = 24;

    /** Every second picture is red where its one feature is high and blue where it is low, the others are green. */
    private static LookSamples samples() {
        LookSamples samples = new LookSamples();
        SplittableRandom random = new SplittableRandom(5);
        for (int picture = 0; picture < PICTURES; picture++) {
            NormalisedLab truth = NormalisedLab.ofSize(SIDE, SIDE);
            float[] feature = new float[SIDE * SIDE];
            for (int i = 0; i < feature.length; i++) {
                feature[i] = random.nextBoolean() ? 1 : -1;
                truth.a()[i] = picture % 2 == 0 ? (feature[i] > 0 ? 0.3f : 0) : -0.3f;
                truth.b()[i] = picture % 2 == 0 && feature[i] < 0 ? -0.3f : 0;
            }
            samples.add(
                    new DecoderMaps(List.of(1), List.of(feature), truth.l(), SIDE, SIDE, new float[0]), truth, picture);
        }
        return samples;
    }

    /** a and b of a look for a feature, as the readout's layers give them; the head gives nothing. */
    private static double[] read(Map<String, Tensor> values, int look, int looks, float feature) {
        int width = LookReadout.WIDTH;
        float[] first = values.get(LookReadout.tap(0) + ".weight").toFloats();
        float[] bias = values.get(LookReadout.LIGHT + ".bias").toFloats();
        float[] told = new float[width];
        for (int i = 0; i < width; i++) {
            told[i] = Math.max(0, first[i] * feature + bias[i]);
        }
        float[] hidden = layer(values, LookReadout.HIDDEN, told, width, width);
        for (int i = 0; i < width; i++) {
            hidden[i] = Math.max(0, hidden[i]);
        }
        float[] colours = layer(values, LookReadout.COLOURS, Arrays.copyOf(hidden, width + 2), width + 2, 2 * looks);
        return new double[] {Math.tanh(colours[look]), Math.tanh(colours[looks + look])};
    }

    private static float[] layer(Map<String, Tensor> values, String name, float[] in, int width, int out) {
        float[] weights = values.get(name + ".weight").toFloats();
        float[] made = values.get(name + ".bias").toFloats().clone();
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < width; i++) {
                made[o] += weights[o * width + i] * in[i];
            }
        }
        return made;
    }

    @Test
    void eachLookLearnsWhatItsPicturesAreLikePlaceByPlace() {
        int[] beginnings = new int[PICTURES];
        Arrays.setAll(beginnings, i -> i % 2);
        Map<String, Tensor> values =
                new LookFit(List.of(1), List.of(0.0, 0.0)).of(samples(), beginnings, 1, done -> {});

        assertThat(read(values, 0, 2, 1)[0])
                .as("a of the first where the feature is high")
                .isGreaterThan(0.15);
        assertThat(read(values, 0, 2, -1)[1])
                .as("b of the first where it is low")
                .isLessThan(-0.15);
        assertThat(read(values, 1, 2, 1)[0]).as("a of the second").isLessThan(-0.15);
        assertThat(read(values, 1, 2, -1)[0]).as("a of the second").isLessThan(-0.15);
    }
}
