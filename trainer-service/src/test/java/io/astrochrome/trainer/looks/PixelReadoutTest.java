package io.astrochrome.trainer.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Feature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PixelReadoutTest {
    private static final int LOOKS = 2;
    private static final int DEPTH = 4;
    private static final int WIDTH = LookReadout.WIDTH;
    private static final PixelReadout READOUT = new PixelReadout(LOOKS, DEPTH);
    private static final List<Integer> CHANNELS = List.of(2, 1);
    private static final FeatureScale SCALE =
            new FeatureScale(new float[] {3, -1, 0.5f, 0.1f}, new float[] {2, 0.5f, 4, 0.25f});

    /** Values such as learning could end in. */
    private static Map<String, Tensor> learnt() {
        Blueprint blueprint = new Blueprint();
        READOUT.forward(blueprint, new Feature(DEPTH, 1, 1));
        SplittableRandom random = new SplittableRandom(21);
        Map<String, Tensor> learnt = new LinkedHashMap<>();
        blueprint.parameters().forEach((name, spec) -> {
            float[] numbers = new float[spec.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) random.nextDouble(-0.4, 0.4);
            }
            learnt.put(name, Tensor.ofFloats(numbers, spec.sides()));
        });
        return learnt;
    }

    private static double[] layer(Map<String, Tensor> values, String weight, String bias, double[] in) {
        float[] weights = values.get(weight).toFloats();
        float[] biases = values.get(bias).toFloats();
        double[] out = new double[biases.length];
        for (int o = 0; o < out.length; o++) {
            out[o] = biases[o];
            for (int i = 0; i < in.length; i++) {
                out[o] += (double) weights[o * in.length + i] * in[i];
            }
        }
        return out;
    }

    private static double[] rectified(double[] values) {
        return Arrays.stream(values).map(value -> Math.max(0, value)).toArray();
    }

    /** The learnt layers on what was scaled, as they were while learning. */
    private static double[] whileLearning(Map<String, Tensor> learnt, double[] told) {
        double[] scaled = new double[DEPTH];
        for (int i = 0; i < DEPTH; i++) {
            scaled[i] = (told[i] - SCALE.means()[i]) / SCALE.spreads()[i];
        }
        double[] first = rectified(layer(learnt, "first.weight", "first.bias", scaled));
        double[] second = rectified(layer(learnt, "second.weight", "second.bias", first));
        return layer(learnt, "third.weight", "third.bias", second);
    }

    /** The readout's layers on the decoder's maps themselves, and on what the head gives. */
    private static double[] inTheModel(Map<String, Tensor> values, double[] told, double[] head) {
        double[] hidden = new double[WIDTH];
        float[] bias = values.get(LookReadout.LIGHT + ".bias").toFloats();
        float[] deep = values.get(LookReadout.tap(0) + ".weight").toFloats();
        float[] fine = values.get(LookReadout.tap(1) + ".weight").toFloats();
        float[] light = values.get(LookReadout.LIGHT + ".weight").toFloats();
        for (int unit = 0; unit < WIDTH; unit++) {
            hidden[unit] = bias[unit]
                    + deep[2 * unit] * told[0]
                    + deep[2 * unit + 1] * told[1]
                    + fine[unit] * told[2]
                    + light[unit] * told[3];
        }
        double[] second = rectified(
                layer(values, LookReadout.HIDDEN + ".weight", LookReadout.HIDDEN + ".bias", rectified(hidden)));
        double[] in = Arrays.copyOf(second, WIDTH + 2);
        in[WIDTH] = head[0];
        in[WIDTH + 1] = head[1];
        return layer(values, LookReadout.COLOURS + ".weight", LookReadout.COLOURS + ".bias", in);
    }

    @Test
    void theModelGivesWhatWasLearntSpreadAndInPlaceOfTheHeads() {
        Map<String, Tensor> learnt = learnt();
        List<ColourSpread> spread = List.of(new ColourSpread(2, 0.5, 3), new ColourSpread(1.5, -0.25, 0.5));
        Map<String, Tensor> values = READOUT.values(learnt, SCALE, CHANNELS, spread);
        SplittableRandom random = new SplittableRandom(8);
        for (int sample = 0; sample < 20; sample++) {
            double[] told = random.doubles(DEPTH, -3, 6).toArray();
            double[] head = random.doubles(2, -1, 1).toArray();
            double[] wanted = whileLearning(learnt, told);
            double[] made = inTheModel(values, told, head);
            for (int look = 0; look < LOOKS; look++) {
                ColourSpread map = spread.get(look);
                double a = map.aa() * wanted[look] + map.ab() * wanted[LOOKS + look];
                double b = map.ab() * wanted[look] + map.bb() * wanted[LOOKS + look];
                assertThat(made[look] + head[0]).as("a of look " + look).isEqualTo(a, within(1e-4));
                assertThat(made[LOOKS + look] + head[1]).as("b of look " + look).isEqualTo(b, within(1e-4));
            }
        }
    }

    @Test
    void theValuesAreOfTheShapesThatTheNetworkAsksFor() {
        Map<String, Tensor> values =
                READOUT.values(learnt(), SCALE, CHANNELS, List.of(ColourSpread.IDENTITY, ColourSpread.IDENTITY));

        assertThat(values)
                .containsOnlyKeys(
                        "looks.tap.0.weight",
                        "looks.tap.1.weight",
                        "looks.light.weight",
                        "looks.light.bias",
                        "looks.hidden.weight",
                        "looks.hidden.bias",
                        "looks.colours.weight",
                        "looks.colours.bias");
        assertThat(values.get("looks.tap.0.weight").shape()).containsExactly(WIDTH, 2, 1, 1);
        assertThat(values.get("looks.tap.1.weight").shape()).containsExactly(WIDTH, 1, 1, 1);
        assertThat(values.get("looks.light.weight").shape()).containsExactly(WIDTH, 1, 1, 1);
        assertThat(values.get("looks.colours.weight").shape()).containsExactly(2 * LOOKS, WIDTH + 2, 1, 1);
        assertThat(values.get("looks.colours.bias").shape()).containsExactly(2 * LOOKS);
    }

    @Test
    void whatWasLearntIsLeftAsItIs() {
        Map<String, Tensor> learnt = learnt();
        float[] before = learnt.get("first.weight").toFloats();

        READOUT.values(learnt, SCALE, CHANNELS, List.of(ColourSpread.IDENTITY, ColourSpread.IDENTITY));

        assertThat(learnt.get("first.weight").toFloats()).isEqualTo(before);
    }
}
