package io.astrochrome.trainer.network;

import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.Map;

/**
 * PatchGAN: scores each patch of a picture {@code [N, 3, H, W]} (L, a, b), without batch normalisation; Isola et al. 2017,
 * arXiv:1611.07004. Immutable.
 */
public final class Critic {
    private static final int LAB = 3;
    private static final int BASIC_STAGES = 3;
    private static final int COMPLEX_STAGES = 4;
    private static final int MAX_WIDENING = 8;
    private static final double SLOPE = 0.2;
    private static final Padding ONE = new Padding(1, 1);

    private final CriticSettings settings;

    /** The critic that the settings ask for. */
    public Critic(CriticSettings settings) {
        this.settings = settings;
    }

    /** The values it needs, by name. */
    public Map<String, ParameterSpec> parameters() {
        return blueprint().parameters();
    }

    /** The kinds of convolution it consists of, with what they read at {@link Blueprint#USUAL_SIDE}. */
    public Map<ConvShape, Feature> convolutions() {
        return blueprint().convolutions();
    }

    private Blueprint blueprint() {
        Blueprint blueprint = new Blueprint();
        forward(blueprint, new Feature(LAB, Blueprint.USUAL_SIDE, Blueprint.USUAL_SIDE));
        return blueprint;
    }

    /** A score per patch, {@code [N, 1, h, w]}; higher is more like the truth. */
    public <T> T forward(Ops<T> ops, T lab) {
        return switch (settings.kind()) {
            case BASIC -> basic(ops, lab);
            case COMPLEX -> complex(ops, lab);
        };
    }

    private <T> T basic(Ops<T> ops, T lab) {
        T x = lab;
        int in = LAB;
        for (int stage = 0; stage < BASIC_STAGES; stage++) {
            x = ops.leakyRelu(ops.conv(x, strided("stage." + stage, in, width(stage))), SLOPE);
            in = width(stage);
        }
        x = ops.leakyRelu(ops.conv(x, scoring("wide", in, width(BASIC_STAGES))), SLOPE);
        return ops.conv(x, scoring("score", width(BASIC_STAGES), 1).withGain(1));
    }

    private <T> T complex(Ops<T> ops, T lab) {
        T x = lab;
        int in = LAB;
        for (int stage = 0; stage < COMPLEX_STAGES; stage++) {
            int out = width(stage);
            x = ops.leakyRelu(ops.conv(x, strided("stage." + stage + ".halve", in, out)), SLOPE);
            Conv refine =
                    Conv.plain("stage." + stage + ".refine", out, out, 3, 1).biased();
            x = ops.dropout(ops.leakyRelu(ops.conv(x, refine), SLOPE), settings.dropout());
            in = out;
        }
        return ops.conv(x, Conv.plain("score", in, 1, 3, 1).biased().withGain(1));
    }

    private int width(int stage) {
        return settings.width() * Math.min(MAX_WIDENING, 1 << stage);
    }

    private static Conv strided(String name, int in, int out) {
        return Conv.plain(name, in, out, 4, 2).padded(ONE).biased();
    }

    private static Conv scoring(String name, int in, int out) {
        return Conv.plain(name, in, out, 4, 1).padded(ONE).biased();
    }
}
