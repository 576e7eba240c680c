package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.network.layer.ConvShape;
import io.astrochrome.trainer.network.layer.Padding;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionWayTest {
    private static final int PICTURES = 2;
    private static final int SIDE = 8;
    private static final double STEP = 1e-5;

    static Stream<Arguments> waysAndShapes() {
        List<ConvShape> shapes = List.of(
                new ConvShape(24, 10, 3, 1, 1, true, Padding.symmetric(3)),
                new ConvShape(17, 40, 3, 2, 1, false, Padding.symmetric(3)),
                new ConvShape(3, 20, 3, 2, 1, true, Padding.same(3, 2)),
                new ConvShape(18, 9, 4, 2, 1, true, new Padding(1, 1)),
                new ConvShape(9, 1, 4, 1, 1, true, new Padding(1, 1)),
                new ConvShape(10, 23, 5, 1, 1, false, Padding.same(5, 1)),
                new ConvShape(10, 10, 5, 2, 10, false, Padding.same(5, 2)),
                new ConvShape(12, 24, 3, 1, 4, true, Padding.symmetric(3)),
                new ConvShape(24, 7, 1, 1, 1, true, Padding.NONE),
                new ConvShape(24, 18, 1, 2, 1, false, Padding.NONE));
        return Stream.of(ConvolutionWay.values())
                .flatMap(way -> shapes.stream().map(shape -> Arguments.of(way, shape)));
    }

    @ParameterizedTest
    @MethodSource("waysAndShapes")
    void everyElementIsThatOfPlainLoops(ConvolutionWay way, ConvShape shape) {
        Numbers numbers = new Numbers(shape);
        try (Tape tape = Tape.silent(Precision.DOUBLE)) {
            double[] y = numbers.convolved(way, numbers.values(tape)).toDoubles();
            ConvolutionReference reference = new ConvolutionReference(shape, PICTURES, SIDE, SIDE);
            long[] sides = reference.outputSides();
            for (int i = 0; i < y.length; i++) {
                long[] at = {
                    i / (sides[1] * sides[2] * sides[3]),
                    i / (sides[2] * sides[3]) % sides[1],
                    i / sides[3] % sides[2],
                    i % sides[3]
                };
                double bias = shape.bias() ? numbers.bias[(int) at[1]] : 0;
                double right = reference.output(floats(numbers.x), floats(numbers.weight), at) + bias;
                assertThat(y[i]).as("element %d", i).isCloseTo(right, within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waysAndShapes")
    void itsGradientsAreThoseOfCentralDifferences(ConvolutionWay way, ConvShape shape) {
        Numbers numbers = new Numbers(shape);
        numbers.requireSlopes(way, false, "loss");
    }

    @ParameterizedTest
    @MethodSource("waysAndShapes")
    void itsGradientsGradientsAreThoseOfCentralDifferences(ConvolutionWay way, ConvShape shape) {
        Numbers numbers = new Numbers(shape);
        numbers.requireSlopes(way, true, "penalty");
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** A convolution's values, and what is made of them. */
    private static final class Numbers {
        private final SplittableRandom random = new SplittableRandom(3);
        private final ConvShape shape;
        private final ConvolutionReference reference;
        private final double[] x;
        private final double[] weight;
        private final double[] bias;
        private final double[] slopes;

        Numbers(ConvShape shape) {
            this.shape = shape;
            reference = new ConvolutionReference(shape, PICTURES, SIDE, SIDE);
            x = numbers(reference.inputSides());
            weight = numbers(shape.weightSides());
            bias = numbers(shape.out());
            slopes = numbers(reference.outputSides());
        }

        /** Numbers that a float holds exactly. */
        private double[] numbers(long... sides) {
            int size = 1;
            for (long side : sides) {
                size *= (int) side;
            }
            return random.doubles(size, -1, 1).map(number -> (float) number).toArray();
        }

        List<double[]> all() {
            return shape.bias() ? List.of(x, weight, bias) : List.of(x, weight);
        }

        List<Value> values(Tape tape) {
            List<Value> values = new ArrayList<>();
            values.add(tape.watched(tape.of(x, reference.inputSides())));
            values.add(tape.watched(tape.of(weight, shape.weightSides())));
            if (shape.bias()) {
                values.add(tape.watched(tape.of(bias, shape.out())));
            }
            return values;
        }

        Value convolved(ConvolutionWay way, List<Value> values) {
            return new Value(way.convolve(
                    RawConvolution.OF_THE_LIBRARY,
                    values.get(0).array(),
                    values.get(1).array(),
                    shape.bias() ? values.get(2).array() : null,
                    shape));
        }

        /** The loss {@code sum(slopes * y^2)}, or the squared norm of its gradient for the input. */
        private Value target(Tape tape, ConvolutionWay way, List<Value> values, boolean penalty) {
            Value y = convolved(way, values);
            Value pull = tape.of(slopes, reference.outputSides());
            Value loss = tape.sum(tape.multiply(tape.square(y), pull), 0, 1, 2, 3);
            return penalty ? tape.sum(tape.square(tape.gradient(loss, values.get(0))), 0, 1, 2, 3) : loss;
        }

        private double target(ConvolutionWay way, boolean penalty) {
            try (Tape tape = Tape.recording(Precision.DOUBLE)) {
                return target(tape, way, values(tape), penalty).item();
            }
        }

        void requireSlopes(ConvolutionWay way, boolean penalty, String name) {
            List<double[]> gradients;
            try (Tape tape = Tape.recording(Precision.DOUBLE)) {
                List<Value> values = values(tape);
                gradients = tape.gradients(target(tape, way, values, penalty), values).stream()
                        .map(Value::toDoubles)
                        .toList();
            }
            for (int i = 0; i < gradients.size(); i++) {
                double[] own = all().get(i);
                for (int index : new int[] {0, own.length - 1, random.nextInt(own.length)}) {
                    double before = own[index];
                    own[index] = before + STEP;
                    double above = target(way, penalty);
                    own[index] = before - STEP;
                    double below = target(way, penalty);
                    own[index] = before;
                    double expected = (above - below) / (2 * STEP);
                    assertThat(gradients.get(i)[index])
                            .as("%s by value %d[%d]", name, i, index)
                            .isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
                }
            }
        }
    }
}
