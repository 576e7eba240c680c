package io.astrochrome.trainer.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.Gain;
import io.astrochrome.trainer.network.layer.MaxPool;
import io.astrochrome.trainer.network.layer.Ops;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.network.layer.Upsampling;

/** The interpreter that runs a network in libtorch. Its results live as long as the tape that is open. */
public class TorchOps implements Ops<Value> {
    private static final double SIX = 6;
    /** {@code mode} of DJL's interpolation that repeats values. */
    private static final int NEAREST = 0;

    private final Torch torch = Torch.instance();
    private final Parameters parameters;
    private final Mode mode;
    private final boolean twice;

    /** What a network is run for. */
    public enum Mode {
        /** Batches are normalised by their own statistics, which the running ones follow; dropout drops. */
        TRAINING,
        /** As in training, but the running statistics stay as they are. */
        REHEARSAL,
        /** The running statistics are used, and nothing is dropped. */
        PREDICTION
    }

    /** Runs with those values. */
    public TorchOps(Parameters parameters, Mode mode) {
        this(parameters, mode, false);
    }

    /**
     * Runs with those values.
     *
     * @param twice whether gradients of gradients are taken, which the engine may compute wrongly where it is right otherwise
     */
    public TorchOps(Parameters parameters, Mode mode, boolean twice) {
        this.parameters = parameters;
        this.mode = mode;
        this.twice = twice;
    }

    Parameters parameters() {
        return parameters;
    }

    private static Value value(NDArray array) {
        return new Value((PtNDArray) array);
    }

    private PtNDArray parameter(String name) {
        return parameters.get(name).array();
    }

    @Override
    public Value conv(Value x, Conv conv) {
        return value(Convolutions.current()
                .of(
                        x.array(),
                        parameter(conv.name() + ".weight"),
                        conv.bias() ? parameter(conv.name() + ".bias") : null,
                        conv.shape(),
                        twice));
    }

    @Override
    public Value batchNorm(Value x, BatchNorm norm) {
        String name = norm.name();
        // The engine's own order, which its parameter names do not tell: mean, variance, weight, bias.
        return value(JniUtils.batchNorm(
                x.array(),
                parameter(name + ".running_mean"),
                parameter(name + ".running_var"),
                parameter(name + ".weight"),
                parameter(name + ".bias"),
                mode != Mode.PREDICTION && !parameters.isFrozen(name + ".running_mean"),
                mode == Mode.TRAINING ? norm.momentum() : 0,
                norm.epsilon()));
    }

    @Override
    public Value relu(Value x) {
        return value(JniUtils.relu(x.array()));
    }

    @Override
    public Value relu6(Value x) {
        return value(x.array().clip(0d, SIX));
    }

    @Override
    public Value leakyRelu(Value x, double slope) {
        return value(JniUtils.leakyRelu(x.array(), slope));
    }

    @Override
    public Value silu(Value x) {
        return value(torch.recorded("silu", x.array()).get(0));
    }

    @Override
    public Value sigmoid(Value x) {
        return value(JniUtils.sigmoid(x.array()));
    }

    @Override
    public Value tanh(Value x) {
        return value(x.array().tanh());
    }

    @Override
    public Value add(Value a, Value b) {
        return value(a.array().add(b.array()));
    }

    @Override
    public Value multiply(Value a, Value b) {
        return value(a.array().mul(b.array()));
    }

    @Override
    public Value concat(Value a, Value b) {
        return value(JniUtils.cat(new PtNDArray[] {a.array(), b.array()}, 1));
    }

    @Override
    public Value globalMean(Value x) {
        return value(JniUtils.adaptiveAvgPool(x.array(), new Shape(1, 1)));
    }

    @Override
    public Value maxPool(Value x, MaxPool pool) {
        Padding padding = pool.padding();
        int even = padding.even() ? padding.before() : 0;
        return value(JniUtils.maxPool(
                x.array(),
                new Shape(pool.kernel(), pool.kernel()),
                new Shape(pool.stride(), pool.stride()),
                new Shape(even, even),
                !padding.even()));
    }

    @Override
    public Value doubled(Value x, Upsampling upsampling) {
        long[] shape = x.shape();
        return switch (upsampling) {
            case NEAREST ->
                value(JniUtils.interpolate(x.array(), new long[] {2 * shape[2], 2 * shape[3]}, NEAREST, false));
            case BILINEAR -> value(torch.recorded("bilinear", x.array()).get(0));
        };
    }

    @Override
    public Value dropout(Value x, double probability) {
        return mode != Mode.PREDICTION && probability > 0 ? value(JniUtils.dropout(x.array(), probability, true)) : x;
    }

    @Override
    public Value attend(Value q, Value k, Value v) {
        PtNDArray queries = JniUtils.transpose(flat(q), 1, 2);
        PtNDArray scores = JniUtils.bmm(queries, flat(k));
        PtNDArray shares = JniUtils.softmax(scores, 2, scores.getDataType());
        PtNDArray mixed = JniUtils.bmm(flat(v), JniUtils.transpose(shares, 1, 2));
        return value(JniUtils.reshape(mixed, v.shape()));
    }

    private static PtNDArray flat(Value x) {
        return JniUtils.flatten(x.array(), 2, -1);
    }

    @Override
    public Value gain(Value x, Gain gain) {
        return value(x.array().mul(parameter(gain.name())));
    }
}
