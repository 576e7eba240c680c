package io.astrochrome.trainer.engine;

import io.astrochrome.trainer.network.layer.Feature;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Runs a convolution on random numbers as training does, forward, backward and twice backward, and holds what comes out
 * against plain loops. Elements at all corners and at random places are worked out anew; and because a convolution is
 * linear, whole tensors are held against each other: {@code <y, r> = <x, dx> = <w, dw>}, so that one wrong element among
 * millions shows. Not a number is wrong too.
 */
final class ConvolutionTrial {
    private static final long SEED = 0x0c0ffeeL;

    /**
     * Greatest side of the map that is tried. Kernels work on some 30 neighbouring pixels at most at once, so a row of 32
     * has whole blocks, a part of one, and both borders, as a longer one has.
     */
    private static final int GREATEST_SIDE = 32;

    /**
     * Least pictures for 1 x 1 on one thread: libtorch leaves fewer to a product of matrices, and oneDNN would not be tried
     * (its {@code ConvParams::use_mkldnn}). All others are oneDNN's from two pictures on.
     */
    private static final int POINTWISE_PICTURES = 16;

    private static final String INPUT_GRADIENT = "its gradient for the input";
    private static final String WEIGHT_GRADIENT = "its gradient for the weights";
    private static final String SECOND_OF_SLOPES = "its second-order gradient for the slopes of its output";
    private static final String SECOND_OF_WEIGHTS = "its second-order gradient for the weights";

    private final ConvolutionCase what;
    private final int pictures;
    private final ConvolutionReference reference;
    private final float[] x;
    private final float[] weight;
    private final float @Nullable [] bias;
    private final float[] slopes;
    private final Comparison comparison = new Comparison(SEED);

    /** Of that case where the convolution reads such a map. */
    ConvolutionTrial(ConvolutionCase what, Feature map) {
        this.what = what;
        int height = Math.min(map.height(), GREATEST_SIDE);
        int width = Math.min(map.width(), GREATEST_SIDE);
        boolean leftToMatrices = what.shape().kernel() == 1 && Torch.instance().threads() == 1;
        pictures = leftToMatrices ? Math.max(what.pictures(), POINTWISE_PICTURES) : what.pictures();
        reference = new ConvolutionReference(what.shape(), pictures, height, width);
        SplittableRandom random = new SplittableRandom(SEED);
        x = numbers(random, reference.inputSides());
        weight = numbers(random, what.shape().weightSides());
        bias = what.shape().bias() ? numbers(random, what.shape().out()) : null;
        slopes = numbers(random, reference.outputSides());
    }

    private static float[] numbers(SplittableRandom random, long... sides) {
        float[] numbers = new float[size(sides)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (random.nextInt() >> 8) * 0x1p-23f;
        }
        return numbers;
    }

    private static int size(long... sides) {
        long size = 1;
        for (long side : sides) {
            size *= side;
        }
        return Math.toIntExact(size);
    }

    /** What differs where it goes that way, and by how much; empty where all is right. */
    Optional<String> fault(ConvolutionWay way, RawConvolution raw) {
        try (Tape tape = Tape.recording(Precision.SINGLE)) {
            Value input = tape.watched(tape.of(x, reference.inputSides()));
            Value weights = tape.watched(tape.of(weight, what.shape().weightSides()));
            Value offsets = bias == null
                    ? null
                    : tape.watched(tape.of(bias, what.shape().out()));
            Value pull = tape.watched(tape.of(slopes, reference.outputSides()));
            Value y = new Value(way.convolve(
                    raw, input.array(), weights.array(), offsets == null ? null : offsets.array(), what.shape()));
            Value product = tape.sum(tape.multiply(y, pull), 0, 1, 2, 3);
            List<Value> variables = bias == null ? List.of(input, weights) : List.of(input, weights, offsets);
            List<Value> first;
            List<Value> second = List.of();
            if (what.twice()) {
                first = variables.stream()
                        .map(variable -> tape.gradient(product, variable))
                        .toList();
                Value penalty = tape.sum(tape.square(first.get(0)), 0, 1, 2, 3);
                second = tape.gradients(penalty, List.of(pull, weights));
            } else {
                first = tape.gradients(product, variables);
            }
            return fault(new Found(y.toFloats(), floats(first), floats(second)));
        }
    }

    private static List<float[]> floats(List<Value> values) {
        return values.stream().map(Value::toFloats).toList();
    }

    /**
     * What the engine gave.
     *
     * @param first gradients for input, weights and bias, the last only where there is one
     * @param second gradients, of the first one's squared norm, for slopes and weights; empty where they are not taken
     */
    private record Found(float[] y, List<float[]> first, List<float[]> second) {}

    private Optional<String> fault(Found found) {
        Optional<String> fault = firstFault(found);
        return fault.isPresent() || !what.twice() ? fault : secondFault(found);
    }

    private Optional<String> firstFault(Found found) {
        float[] inputGradient = found.first.get(0);
        float[] weightGradient = found.first.get(1);
        int perOutput = reference.outputTerms();
        int perInput = reference.inputGradientTerms();
        int perWeight = reference.weightGradientTerms();
        double whole = Comparison.product(x, inputGradient);
        return comparison
                .elements("its output", found.y, reference.outputSides(), perOutput, this::output)
                .or(() -> comparison.elements(
                        INPUT_GRADIENT,
                        inputGradient,
                        reference.inputSides(),
                        perInput,
                        at -> reference.inputGradient(slopes, weight, at)))
                .or(() -> comparison.elements(
                        WEIGHT_GRADIENT,
                        weightGradient,
                        weightSides(),
                        perWeight,
                        at -> reference.weightGradient(x, slopes, at)))
                .or(() -> biasFault(found))
                .or(() -> comparison.whole("its output", found.y, slopes, perOutput, whole + ofBias()))
                .or(() -> comparison.whole(WEIGHT_GRADIENT, weightGradient, weight, perWeight, whole));
    }

    private double output(long[] at) {
        return reference.output(x, weight, at) + (bias == null ? 0 : bias[(int) at[1]]);
    }

    private long[] weightSides() {
        return what.shape().weightSides();
    }

    /** What was held right in the first order is what the second is worked out from. */
    private Optional<String> secondFault(Found found) {
        float[] inputGradient = found.first.get(0);
        float[] ofSlopes = found.second.get(0);
        float[] ofWeights = found.second.get(1);
        int perOutput = reference.outputTerms();
        int perWeight = reference.weightGradientTerms();
        double whole = 2 * Comparison.product(inputGradient, inputGradient);
        return comparison
                .elements(
                        SECOND_OF_SLOPES,
                        ofSlopes,
                        reference.outputSides(),
                        perOutput,
                        at -> 2 * reference.output(inputGradient, weight, at))
                .or(() -> comparison.elements(
                        SECOND_OF_WEIGHTS,
                        ofWeights,
                        weightSides(),
                        perWeight,
                        at -> 2 * reference.weightGradient(inputGradient, slopes, at)))
                .or(() -> comparison.whole(SECOND_OF_SLOPES, ofSlopes, slopes, perOutput, whole))
                .or(() -> comparison.whole(SECOND_OF_WEIGHTS, ofWeights, weight, perWeight, whole));
    }

    private Optional<String> biasFault(Found found) {
        return bias == null
                ? Optional.empty()
                : comparison.elements(
                        "its gradient for the bias",
                        found.first.get(2),
                        new long[] {bias.length, 1, 1, 1},
                        reference.weightGradientTerms(),
                        at -> sumOfSlopes((int) at[0]));
    }

    private double ofBias() {
        double sum = 0;
        for (int channel = 0; bias != null && channel < bias.length; channel++) {
            sum += bias[channel] * sumOfSlopes(channel);
        }
        return sum;
    }

    private double sumOfSlopes(int channel) {
        int plane = slopes.length / pictures / what.shape().out();
        double sum = 0;
        for (int n = 0; n < pictures; n++) {
            int from = (n * what.shape().out() + channel) * plane;
            for (int i = from; i < from + plane; i++) {
                sum += slopes[i];
            }
        }
        return sum;
    }
}
