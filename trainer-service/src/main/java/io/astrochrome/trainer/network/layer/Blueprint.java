package io.astrochrome.trainer.network.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The interpreter that runs nothing: it follows the sizes, checks that they fit, and notes which values and which kinds of
 * convolution the network needs. Not thread-safe.
 */
public final class Blueprint implements Ops<Feature> {
    /** A side that every network can read, px: that of most training views. */
    public static final int USUAL_SIDE = 128;

    private final Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
    private final Map<ConvShape, Feature> convolutions = new LinkedHashMap<>();

    /** The values noted so far by name, in the order of their first use. */
    public Map<String, ParameterSpec> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** The kinds of convolution noted so far, each with the first feature map that it reads. */
    public Map<ConvShape, Feature> convolutions() {
        return Collections.unmodifiableMap(convolutions);
    }

    private void declare(String name, List<Long> shape, boolean trainable, double deviation, double mean) {
        ParameterSpec spec = new ParameterSpec(name, shape, trainable, deviation, mean);
        ParameterSpec before = parameters.putIfAbsent(name, spec);
        if (before != null) {
            throw new IllegalArgumentException("two layers are named " + name);
        }
    }

    @Override
    public Feature conv(Feature x, Conv conv) {
        requireChannels(conv.name(), conv.in(), x);
        long fanIn = (long) conv.in() / conv.groups() * conv.kernel() * conv.kernel();
        List<Long> shape = List.of(
                (long) conv.out(), (long) conv.in() / conv.groups(), (long) conv.kernel(), (long) conv.kernel());
        declare(conv.name() + ".weight", shape, true, conv.gain() / Math.sqrt((double) fanIn), 0);
        if (conv.bias()) {
            declare(conv.name() + ".bias", List.of((long) conv.out()), true, 0, 0);
        }
        ConvShape kind = conv.shape();
        convolutions.putIfAbsent(kind, x);
        return sized(conv.name(), conv.out(), kind.outputSide(x.height()), kind.outputSide(x.width()));
    }

    @Override
    public Feature batchNorm(Feature x, BatchNorm norm) {
        requireChannels(norm.name(), norm.channels(), x);
        List<Long> shape = List.of((long) norm.channels());
        declare(norm.name() + ".weight", shape, true, 0, 1);
        declare(norm.name() + ".bias", shape, true, 0, 0);
        declare(norm.name() + ".running_mean", shape, false, 0, 0);
        declare(norm.name() + ".running_var", shape, false, 0, 1);
        return x;
    }

    @Override
    public Feature relu(Feature x) {
        return x;
    }

    @Override
    public Feature relu6(Feature x) {
        return x;
    }

    @Override
    public Feature leakyRelu(Feature x, double slope) {
        return x;
    }

    @Override
    public Feature silu(Feature x) {
        return x;
    }

    @Override
    public Feature sigmoid(Feature x) {
        return x;
    }

    @Override
    public Feature tanh(Feature x) {
        return x;
    }

    @Override
    public Feature add(Feature a, Feature b) {
        return broadcast(a, b);
    }

    @Override
    public Feature multiply(Feature a, Feature b) {
        return broadcast(a, b);
    }

    @Override
    public Feature concat(Feature a, Feature b) {
        if (a.height() != b.height() || a.width() != b.width()) {
            throw new IllegalArgumentException(a + " and " + b + " have not the same sides");
        }
        return new Feature(a.channels() + b.channels(), a.height(), a.width());
    }

    @Override
    public Feature globalMean(Feature x) {
        return new Feature(x.channels(), 1, 1);
    }

    @Override
    public Feature maxPool(Feature x, MaxPool pool) {
        int reach = pool.padding().before() + pool.padding().after() - pool.kernel();
        return sized(
                "a pool",
                x.channels(),
                Math.floorDiv(x.height() + reach, pool.stride()) + 1,
                Math.floorDiv(x.width() + reach, pool.stride()) + 1);
    }

    @Override
    public Feature doubled(Feature x, Upsampling upsampling) {
        return new Feature(x.channels(), 2 * x.height(), 2 * x.width());
    }

    @Override
    public Feature dropout(Feature x, double probability) {
        return x;
    }

    @Override
    public Feature attend(Feature q, Feature k, Feature v) {
        if (!q.equals(k)) {
            throw new IllegalArgumentException("queries " + q + " and keys " + k + " differ in size");
        }
        return v;
    }

    @Override
    public Feature gain(Feature x, Gain gain) {
        declare(gain.name(), List.of(1L), true, 0, gain.start());
        return x;
    }

    private static void requireChannels(String name, int channels, Feature x) {
        if (x.channels() != channels) {
            throw new IllegalArgumentException(name + " reads " + channels + " channels and is given " + x);
        }
    }

    private static Feature sized(String name, int channels, int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(name + " has nothing left of its input");
        }
        return new Feature(channels, height, width);
    }

    private static Feature broadcast(Feature a, Feature b) {
        return new Feature(
                side(a, b, a.channels(), b.channels()),
                side(a, b, a.height(), b.height()),
                side(a, b, a.width(), b.width()));
    }

    private static int side(Feature a, Feature b, int first, int second) {
        if (first != second && first != 1 && second != 1) {
            throw new IllegalArgumentException(a + " and " + b + " do not fit together");
        }
        return Math.max(first, second);
    }
}
