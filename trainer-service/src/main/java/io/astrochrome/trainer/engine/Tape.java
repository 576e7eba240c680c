package io.astrochrome.trainer.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.astrochrome.trainer.network.layer.Conv;
import io.astrochrome.trainer.network.layer.ConvShape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One step's arithmetic with automatic differentiation. Every value made on a tape is freed when it is closed, and none
 * before: numbers that autograd saves are tensors of the tape's own, so that no garbage collection can take them away
 * between a forward pass and its gradients. Used by the thread that opened it; tapes nest.
 */
public final class Tape implements AutoCloseable {
    private final Torch torch = Torch.instance();
    private final NDScope scope = new NDScope();
    private final Precision precision;
    private final boolean recordedBefore;

    private Tape(Precision precision, boolean recording) {
        this.precision = precision;
        recordedBefore = JniUtils.isGradMode();
        JniUtils.setGradMode(recording);
    }

    /** A tape that records, with the random generator that dropout draws from started at {@code seed}. */
    public static Tape recording(Precision precision, long seed) {
        Torch.instance().seed(seed);
        return new Tape(precision, true);
    }

    /** A tape that records, and leaves the random generator as it is. */
    static Tape recording(Precision precision) {
        return new Tape(precision, true);
    }

    /** A tape without gradients: half the memory. */
    public static Tape silent(Precision precision) {
        return new Tape(precision, false);
    }

    /** The same, with the random generator that dropout draws from started at {@code seed}. */
    public static Tape silent(Precision precision, long seed) {
        Torch.instance().seed(seed);
        return new Tape(precision, false);
    }

    private static Value value(NDArray array) {
        return new Value((PtNDArray) array);
    }

    /** Those numbers as a tensor. */
    public Value of(float[] values, long... shape) {
        NDArray array = torch.manager().create(values, new Shape(shape));
        return value(precision == Precision.SINGLE ? array : array.toType(precision.type(), true));
    }

    /** Those numbers as a tensor, rounded to the tape's precision. */
    public Value of(double[] values, long... shape) {
        NDArray array = torch.manager().create(values, new Shape(shape));
        return value(precision == Precision.DOUBLE ? array : array.toType(precision.type(), true));
    }

    /** A tensor of one number. */
    public Value number(double number, long... shape) {
        if (precision == Precision.SINGLE) {
            return value(torch.manager().full(new Shape(shape), (float) number, precision.type()));
        }
        double[] numbers = new double[Math.toIntExact(new Shape(shape).size())]; // full takes floats alone
        Arrays.fill(numbers, number);
        return of(numbers, shape);
    }

    /** {@code a + b}; sides of length 1 are repeated, here and in the operations that follow. */
    public Value add(Value a, Value b) {
        return value(a.array().add(b.array()));
    }

    /** {@code a - b}. */
    public Value subtract(Value a, Value b) {
        return value(a.array().sub(b.array()));
    }

    /** {@code a * b}. */
    public Value multiply(Value a, Value b) {
        return value(a.array().mul(b.array()));
    }

    /** {@code a / b}. */
    public Value divide(Value a, Value b) {
        return value(a.array().div(b.array()));
    }

    /** {@code x * factor}. */
    public Value scale(Value x, double factor) {
        return multiply(x, number(factor));
    }

    /** {@code x + number}. */
    public Value plus(Value x, double number) {
        return add(x, number(number));
    }

    /** {@code |x|}. */
    public Value abs(Value x) {
        return value(x.array().abs());
    }

    /** {@code x * x}. */
    public Value square(Value x) {
        return value(x.array().square());
    }

    /** The square root. */
    public Value sqrt(Value x) {
        return value(x.array().sqrt());
    }

    /** {@code e} to the power of {@code x}. */
    public Value exp(Value x) {
        return value(x.array().exp());
    }

    /** The natural logarithm. */
    public Value log(Value x) {
        return value(x.array().log());
    }

    /** {@code log(1 + exp(x))}. */
    public Value softPlus(Value x) {
        return value(JniUtils.softPlus(x.array()));
    }

    /** {@code max(x, 0)}. */
    public Value relu(Value x) {
        return value(JniUtils.relu(x.array()));
    }

    /** {@code x} held between two bounds. */
    public Value clamp(Value x, double low, double high) {
        return value(x.array().clip(low, high));
    }

    /** The mean of all elements, a scalar. */
    public Value mean(Value x) {
        return value(x.array().mean());
    }

    /** The sum over some axes, which stay as sides of length 1. */
    public Value sum(Value x, int... axes) {
        return value(x.array().sum(axes, true));
    }

    /** The mean over some axes, which stay as sides of length 1. */
    public Value mean(Value x, int... axes) {
        double count = 1;
        for (int axis : axes) {
            count *= x.shape()[axis];
        }
        return scale(sum(x, axes), 1 / count);
    }

    /** Two tensors one after the other along an axis. */
    public Value concat(Value a, Value b, int axis) {
        return value(JniUtils.cat(new PtNDArray[] {a.array(), b.array()}, axis));
    }

    /** The planes from {@code start} on, {@code count} of them, of {@code [N, C, ...]}. */
    public Value channels(Value x, int start, int count) {
        long all = x.shape()[1];
        NDList parts = JniUtils.split(x.array(), new long[] {start, count, all - start - count}, 1);
        return value(parts.get(1));
    }

    /**
     * Each pixel's channels, mixed: {@code matrix * x + offset}.
     *
     * @param matrix row by row, as many rows as {@code offset} has values
     */
    public Value mixed(Value x, double[] matrix, double[] offset) {
        long out = offset.length;
        long in = x.shape()[1];
        ConvShape shape = mixing((int) in, (int) out);
        PtNDArray weights = of(matrix, shape.weightSides()).array();
        return value(
                Convolutions.current().of(x.array(), weights, of(offset, out).array(), shape, false));
    }

    /** The kind of convolution that mixes channels so. */
    public static ConvShape mixing(int in, int out) {
        return Conv.pointwise("mixed", in, out).shape();
    }

    /** The same numbers in another shape. */
    public Value reshape(Value x, long... shape) {
        return value(JniUtils.reshape(x.array(), shape));
    }

    /** The same numbers, through which no gradient flows. */
    public Value detach(Value x) {
        return value(x.array().stopGradient());
    }

    /** The same numbers as a leaf that gradients can be taken for. */
    public Value watched(Value x) {
        Value leaf = detach(x);
        leaf.array().setRequiresGradient(true);
        return leaf;
    }

    /** The gradient of the scalar {@code y} for {@code x}, itself differentiable. */
    public Value gradient(Value y, Value x) {
        return value(torch.recorded("grad", y.array(), x.array()).get(0));
    }

    /** The gradients of the scalar {@code y}; the tape's record up to {@code y} is used up. */
    public List<Value> gradients(Value y, List<Value> variables) {
        List<PtNDArray> arrays = variables.stream().map(Value::array).toList();
        return torch.recorded("grads", y.array(), arrays).stream()
                .map(Tape::value)
                .toList();
    }

    /** The Euclidean norm of all the values together. */
    public double norm(List<Value> values) {
        return value(Objects.requireNonNull(torch.unrecorded("norm", (Object) arrays(values))))
                .item();
    }

    /** Multiplies values in place. */
    public void scaleInPlace(List<Value> values, double factor) {
        torch.unrecorded("scale", arrays(values), factor);
    }

    static PtNDArray[] arrays(List<Value> values) {
        return values.stream().map(Value::array).toArray(PtNDArray[]::new);
    }

    @Override
    public void close() {
        JniUtils.setGradMode(recordedBefore);
        scope.close();
    }
}
