package io.astrochrome.trainer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The colouriser: a U-Net from L {@code [N, 1, H, W]} to ab {@code [N, 2, H, W]} in (-1, 1). Immutable. */
public final class Generator {
    /** Prefix of the encoder's values. */
    public static final String ENCODER = "encoder.";

    /** Prefix of the values that tell looks' likelihood. */
    public static final String LOOKS = "looks";

    private static final double LOOKS_DROPOUT = 0.3;
    private static final int ATTENTION_REDUCTION = 8;
    private static final int AB = 2;
    /** Small, so that training starts near grey. */
    private static final double HEAD_GAIN = 0.1;

    private final GeneratorSettings settings;
    private final EncoderNetwork encoder;
    private final int deepest;
    private final List<DecoderStage> stages = new ArrayList<>();
    private final Palette palette;

    /** The network that the settings ask for, with an encoder of those conventions. */
    public Generator(GeneratorSettings settings, Conventions conventions) {
        this.settings = settings;
        encoder = EncoderNetwork.of(settings.encoder(), 1, conventions);
        palette = new Palette(settings.paletteWidth());
        List<Feature> features =
                encoder.forward(new Blueprint(), new Feature(1, Blueprint.USUAL_SIDE, Blueprint.USUAL_SIDE));
        deepest = features.get(features.size() - 1).channels();
        int in = deepest;
        for (int i = 0; i < GeneratorSettings.DECODER_STAGES; i++) {
            int level = features.size() - 2 - i;
            int skip = level >= 0 ? features.get(level).channels() : 1;
            int out = settings.decoderWidths().get(i);
            stages.add(new DecoderStage(
                    "decoder." + i, in, skip, out, settings.decoderAttention(), settings.upsampling()));
            in = out;
        }
    }

    /** What it was made from. */
    public GeneratorSettings settings() {
        return settings;
    }

    /** Its encoder. */
    public EncoderNetwork encoder() {
        return encoder;
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
        Feature hint = settings.paletteWidth() > 0 ? new Feature(settings.paletteWidth(), 1, 1) : null;
        Feature l = new Feature(1, Blueprint.USUAL_SIDE, Blueprint.USUAL_SIDE);
        List<Feature> features = encoder.forward(blueprint, l);
        colours(blueprint, features, l, hint);
        if (settings.looks() > 0) {
            likelihoods(blueprint, features);
        }
        return blueprint;
    }

    /**
     * The ab of {@code l}.
     *
     * @param hint the palette {@code [N, K, 1, 1]}, or null for a generator without that input
     */
    public <T> T forward(Ops<T> ops, T l, T hint) {
        return colours(ops, encoder.forward(ops, l), l, hint);
    }

    /**
     * How likely each look is for a picture, {@code [N, looks, 1, 1]}, as logarithms up to a constant.
     *
     * @param features what the encoder made of the lightness
     */
    public <T> T likelihoods(Ops<T> ops, List<T> features) {
        T seen = ops.dropout(seen(ops, features), LOOKS_DROPOUT);
        return ops.conv(
                seen, Conv.pointwise(LOOKS, deepest, settings.looks()).biased().withGain(HEAD_GAIN));
    }

    /** What a picture is judged by when looks are ranked, {@code [N, C, 1, 1]}. */
    public <T> T seen(Ops<T> ops, List<T> features) {
        return ops.globalMean(features.get(features.size() - 1));
    }

    /**
     * The ab of {@code l}, of what the encoder made of it.
     *
     * @param hint the palette {@code [N, K, 1, 1]}, or null for a generator without that input
     */
    public <T> T colours(Ops<T> ops, List<T> features, T l, T hint) {
        T hidden = hint == null ? null : palette.hidden(ops, hint);
        T x = steered(ops, features.get(features.size() - 1), hidden, "bottleneck", deepest);
        if (settings.bottleneckAttention()) {
            x = selfAttention(ops, x);
        }
        x = ops.dropout(x, settings.dropout());
        for (int i = 0; i < stages.size(); i++) {
            int level = features.size() - 2 - i;
            x = stages.get(i).forward(ops, x, level >= 0 ? features.get(level) : l);
            x = steered(ops, x, hidden, "decoder." + i, stages.get(i).out());
        }
        int last = stages.get(stages.size() - 1).out();
        return ops.tanh(ops.conv(x, Conv.plain("head", last, AB, 3, 1).biased().withGain(HEAD_GAIN)));
    }

    private <T> T steered(Ops<T> ops, T x, T hidden, String name, int channels) {
        return hidden == null ? x : palette.steered(ops, x, hidden, name, channels);
    }

    /** As in SAGAN, with a gain that starts at zero; Zhang et al. 2019, arXiv:1805.08318. */
    private <T> T selfAttention(Ops<T> ops, T x) {
        int inner = Math.max(1, deepest / ATTENTION_REDUCTION);
        T attended = ops.attend(
                ops.conv(x, Conv.pointwise("attention.query", deepest, inner)),
                ops.conv(x, Conv.pointwise("attention.key", deepest, inner)),
                ops.conv(x, Conv.pointwise("attention.value", deepest, deepest)));
        return ops.add(x, ops.gain(attended, new Gain("attention.gain", 0)));
    }
}
