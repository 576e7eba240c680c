package io.astrochrome.trainer.looks;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.LookReadout;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Ops;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A {@link LookReadout} as it is learnt: of single pixels, whose features are scaled and lie side by side.
 *
 * @param looks how many there are
 * @param depth numbers that tell of a pixel
 */
record PixelReadout(int looks, int depth) {
    private static final int AB = 2;
    private static final int WIDTH = LookReadout.WIDTH;
    private static final double DROPPED = 0.2;
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String THIRD = "third";
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";

    /** Each look's a, then each look's b, before they are bounded: {@code [N, 2 looks, pixels, 1]} of {@code [N, depth, pixels, 1]}. */
    <T> T forward(Ops<T> ops, T told) {
        T x = ops.dropout(ops.relu(ops.conv(told, Conv.pointwise(FIRST, depth, WIDTH))), DROPPED);
        x = ops.relu(ops.conv(x, Conv.pointwise(SECOND, WIDTH, WIDTH)));
        return ops.conv(x, Conv.pointwise(THIRD, WIDTH, AB * looks).withGain(0.1));
    }

    /**
     * What was learnt, as a {@link LookReadout} has it: unscaled, spread, and without what the head gives.
     *
     * @param channels of the decoder's maps
     * @param spread what each look's colours are multiplied by
     */
    Map<String, Tensor> values(
            Map<String, Tensor> learnt, FeatureScale scale, List<Integer> channels, List<ColourSpread> spread) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        float[] first = numbers(learnt, FIRST + WEIGHT);
        float[] bias = numbers(learnt, FIRST + BIAS);
        for (int unit = 0; unit < WIDTH; unit++) {
            for (int i = 0; i < depth; i++) {
                first[unit * depth + i] /= scale.spreads()[i];
                bias[unit] -= first[unit * depth + i] * scale.means()[i];
            }
        }
        int from = 0;
        for (int map = 0; map < channels.size(); map++) {
            values.put(LookReadout.tap(map) + WEIGHT, part(first, from, channels.get(map)));
            from += channels.get(map);
        }
        values.put(LookReadout.LIGHT + WEIGHT, part(first, from, 1));
        values.put(LookReadout.LIGHT + BIAS, Tensor.ofFloats(bias, WIDTH));
        values.put(LookReadout.HIDDEN + WEIGHT, learnt.get(SECOND + WEIGHT));
        values.put(LookReadout.HIDDEN + BIAS, learnt.get(SECOND + BIAS));
        putColours(learnt, spread, values);
        return values;
    }

    private static float[] numbers(Map<String, Tensor> learnt, String name) {
        return Objects.requireNonNull(learnt.get(name), name).toFloats();
    }

    private Tensor part(float[] weights, int from, int count) {
        float[] part = new float[WIDTH * count];
        for (int unit = 0; unit < WIDTH; unit++) {
            System.arraycopy(weights, unit * depth + from, part, unit * count, count);
        }
        return Tensor.ofFloats(part, WIDTH, count, 1, 1);
    }

    private void putColours(Map<String, Tensor> learnt, List<ColourSpread> spread, Map<String, Tensor> values) {
        float[] weights = numbers(learnt, THIRD + WEIGHT);
        float[] biases = numbers(learnt, THIRD + BIAS);
        int width = WIDTH + AB;
        float[] spreadWeights = new float[AB * looks * width];
        float[] spreadBiases = new float[AB * looks];
        for (int look = 0; look < looks; look++) {
            ColourSpread m = spread.get(look);
            int a = look;
            int b = looks + look;
            for (int i = 0; i < WIDTH; i++) {
                float forA = weights[a * WIDTH + i];
                float forB = weights[b * WIDTH + i];
                spreadWeights[a * width + i] = (float) (m.aa() * forA + m.ab() * forB);
                spreadWeights[b * width + i] = (float) (m.ab() * forA + m.bb() * forB);
            }
            spreadWeights[a * width + WIDTH] = -1; // the head's a
            spreadWeights[b * width + WIDTH + 1] = -1; // the head's b
            spreadBiases[a] = (float) (m.aa() * biases[a] + m.ab() * biases[b]);
            spreadBiases[b] = (float) (m.ab() * biases[a] + m.bb() * biases[b]);
        }
        values.put(LookReadout.COLOURS + WEIGHT, Tensor.ofFloats(spreadWeights, (long) AB * looks, width, 1, 1));
        values.put(LookReadout.COLOURS + BIAS, Tensor.ofFloats(spreadBiases, (long) AB * looks));
    }
}
