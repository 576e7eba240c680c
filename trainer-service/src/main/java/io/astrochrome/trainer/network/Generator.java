package io.astrochrome.trainer.network;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.encoder.Conventions;
import io.astrochrome.trainer.network.encoder.EncoderNetwork;
import io.astrochrome.trainer.network.layer.Blueprint;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Feature;
import io.astrochrome.trainer.network.layer.Gain;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The colouriser: a U-Net from L {@code [N, 1, H, W]} to ab {@code [N, 2, H, W]} in (-1, 1). Immutable. */
public final class Generator {
    /** Prefix of the encoder's values. */
    public static final String ENCODER = "encoder.";

    /** Prefix of the values that tell looks' likelihood. */
    public static final String LOOKS = "looks";

    private static final double LOOKS_DROPOUT = 0.3;
    private static final int ATTENTION_REDUCTION = 8;
    private static final int AB = 2;

    /** The first stage that looks read: with deeper ones they fit the pictures they are learnt from better, and others worse. */
    private static final int FIRST_MAP = 1;

    /** Small, so that training starts near grey. */
    private static final double HEAD_GAIN = 0.1;

    private final GeneratorSettings settings;
    private final EncoderNetwork encoder;
    private final int deepest;
    private final List<DecoderStage> stages = new ArrayList<>();
    private final PaletteFilm palette;
    private final @Nullable LookReadout readout;

    /** The network that the settings ask for, with an encoder of those conventions. */
    public Generator(GeneratorSettings settings, Conventions conventions) {
        this.settings = settings;
        encoder = EncoderNetwork.of(settings.encoder(), 1, conventions);
        palette = new PaletteFilm(settings.paletteWidth());
        readout = settings.looks() > 0 ? new LookReadout(settings.looks(), settings.paletteWidth()) : null;
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
    public <T> T forward(Ops<T> ops, T l, @Nullable T hint) {
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
    public <T> T colours(Ops<T> ops, List<T> features, T l, @Nullable T hint) {
        if (readout == null) {
            T hidden = hint == null ? null : palette.hidden(ops, hint);
            return ops.tanh(decoded(ops, features, l, hidden).head());
        }
        T given = Objects.requireNonNull(hint, "a generator with looks has a palette");
        T asked = readout.asked(ops, given);
        T hidden = palette.hidden(ops, ops.relu(given), readout.steering(ops, asked, PaletteFilm.HIDDEN));
        Decoded<T> decoded = decoded(ops, features, l, hidden);
        T looks = readout.read(ops, decoded.maps(), mapChannels(), l, decoded.head(), asked);
        return ops.tanh(ops.add(decoded.head(), looks));
    }

    /** What the decoder makes of a picture where no look and no palette is asked for. */
    public <T> Decoded<T> decoded(Ops<T> ops, List<T> features, T l) {
        return decoded(ops, features, l, null);
    }

    /**
     * What the decoder makes of a picture.
     *
     * @param maps of the stages that looks read, each of twice the sides of the one before; the last has the picture's
     * @param head a and b before they are bounded, {@code [N, 2, H, W]}
     */
    public record Decoded<T>(List<T> maps, T head) {}

    /** Channels of the encoder's deepest features. */
    public int deepestChannels() {
        return deepest;
    }

    /** Channels of the decoder's maps that looks read. */
    public List<Integer> mapChannels() {
        return stages.stream().skip(FIRST_MAP).map(DecoderStage::out).toList();
    }

    /** The values that are given and not learnt, by name. */
    public Map<String, Tensor> constants() {
        return readout == null ? Map.of() : readout.constants();
    }

    private <T> Decoded<T> decoded(Ops<T> ops, List<T> features, T l, @Nullable T hidden) {
        List<T> maps = new ArrayList<>();
        T x = steered(ops, features.get(features.size() - 1), hidden, "bottleneck", deepest);
        if (settings.bottleneckAttention()) {
            x = selfAttention(ops, x);
        }
        x = ops.dropout(x, settings.dropout());
        for (int i = 0; i < stages.size(); i++) {
            int level = features.size() - 2 - i;
            x = stages.get(i).forward(ops, x, level >= 0 ? features.get(level) : l);
            x = steered(ops, x, hidden, "decoder." + i, stages.get(i).out());
            if (i >= FIRST_MAP) {
                maps.add(x);
            }
        }
        int last = stages.get(stages.size() - 1).out();
        return new Decoded<>(
                maps, ops.conv(x, Conv.plain("head", last, AB, 3, 1).biased().withGain(HEAD_GAIN)));
    }

    private <T> T steered(Ops<T> ops, T x, @Nullable T hidden, String name, int channels) {
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
