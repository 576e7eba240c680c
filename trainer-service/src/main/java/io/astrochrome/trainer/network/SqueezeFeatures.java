package io.astrochrome.trainer.network;

import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.MaxPool;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SqueezeNet 1.1's features as LPIPS compares them: after the first convolution and after six of the fire modules; Iandola
 * et al. 2016, arXiv:1602.07360. Layers have torchvision's names. Immutable.
 */
public final class SqueezeFeatures {
    private static final int RGB = 3;
    private static final int STEM = 64;
    private static final Feature PICTURE = new Feature(RGB, Blueprint.USUAL_SIDE, Blueprint.USUAL_SIDE);
    private static final MaxPool POOL = new MaxPool(3, 2, new Padding(0, 1));

    /** Index, channels read, channels squeezed to, channels of each expansion. */
    private static final int[][] FIRES = {
        {3, 64, 16, 64},
        {4, 128, 16, 64},
        {6, 128, 32, 128},
        {7, 256, 32, 128},
        {9, 256, 48, 192},
        {10, 384, 48, 192},
        {11, 384, 64, 256},
        {12, 512, 64, 256}
    };

    /** The values it needs, by name. */
    public Map<String, ParameterSpec> parameters() {
        return blueprint().parameters();
    }

    /** The kinds of convolution they consist of, with what they read at {@link Blueprint#USUAL_SIDE}. */
    public Map<ConvShape, Feature> convolutions() {
        return blueprint().convolutions();
    }

    /** How many channels each of the seven feature maps has. */
    public List<Integer> widths() {
        return forward(new Blueprint(), PICTURE).stream().map(Feature::channels).toList();
    }

    private Blueprint blueprint() {
        Blueprint blueprint = new Blueprint();
        forward(blueprint, PICTURE);
        return blueprint;
    }

    /** The seven feature maps of scaled RGB. */
    public <T> List<T> forward(Ops<T> ops, T rgb) {
        List<T> taps = new ArrayList<>();
        T x = ops.relu(ops.conv(
                rgb,
                Conv.plain("features.0", RGB, STEM, 3, 2).padded(Padding.NONE).biased()));
        taps.add(x);
        for (int[] fire : FIRES) {
            boolean pooled = fire[0] == 3 || fire[0] == 6 || fire[0] == 9;
            x = fire(ops, pooled ? ops.maxPool(x, POOL) : x, fire);
            if (fire[0] != 3 && fire[0] != 6) {
                taps.add(x);
            }
        }
        return taps;
    }

    private static <T> T fire(Ops<T> ops, T x, int[] fire) {
        String name = "features." + fire[0];
        T squeezed = ops.relu(ops.conv(x, Conv.pointwise(name + ".squeeze", fire[1], fire[2])));
        T narrow = ops.relu(ops.conv(squeezed, Conv.pointwise(name + ".expand1x1", fire[2], fire[3])));
        Conv wide = Conv.plain(name + ".expand3x3", fire[2], fire[3], 3, 1).biased();
        return ops.concat(narrow, ops.relu(ops.conv(squeezed, wide)));
    }
}
