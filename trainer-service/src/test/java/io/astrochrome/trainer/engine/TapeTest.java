package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TapeTest {
    private static final double[] POINTS = {0.3, 0.7, 1.9, 2.4};

    private static Arguments function(
            String name, BiFunction<Tape, Value, Value> engine, DoubleUnaryOperator plain, DoubleUnaryOperator slope) {
        return Arguments.of(name, engine, plain, slope);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("scale", (tape, x) -> tape.scale(x, -2.5), x -> -2.5 * x, x -> -2.5),
                function("plus", (tape, x) -> tape.plus(x, 4), x -> x + 4, x -> 1),
                function("abs", (tape, x) -> tape.abs(tape.plus(x, -1)), x -> Math.abs(x - 1), x -> x > 1 ? 1 : -1),
                function("square", Tape::square, x -> x * x, x -> 2 * x),
                function("sqrt", Tape::sqrt, Math::sqrt, x -> 0.5 / Math.sqrt(x)),
                function("exp", Tape::exp, Math::exp, Math::exp),
                function("log", Tape::log, Math::log, x -> 1 / x),
                function("softPlus", Tape::softPlus, x -> Math.log1p(Math.exp(x)), x -> 1 / (1 + Math.exp(-x))),
                function("relu", (tape, x) -> tape.relu(tape.plus(x, -1)), x -> Math.max(0, x - 1), x -> x > 1 ? 1 : 0),
                function(
                        "clamp",
                        (tape, x) -> tape.clamp(x, 0.5, 2),
                        x -> Math.max(0.5, Math.min(2, x)),
                        x -> x > 0.5 && x < 2 ? 1 : 0),
                function("divide", (tape, x) -> tape.divide(tape.number(3), x), x -> 3 / x, x -> -3 / (x * x)),
                function(
                        "multiply",
                        (tape, x) -> tape.multiply(x, tape.exp(x)),
                        x -> x * Math.exp(x),
                        x -> (1 + x) * Math.exp(x)),
                function("subtract", (tape, x) -> tape.subtract(x, tape.square(x)), x -> x - x * x, x -> 1 - 2 * x),
                function("detached", (tape, x) -> tape.multiply(x, tape.detach(x)), x -> x * x, x -> x));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void aFunctionAndItsSlopeAreThoseOfPlainArithmetic(
            String name, BiFunction<Tape, Value, Value> engine, DoubleUnaryOperator plain, DoubleUnaryOperator slope) {
        try (Tape tape = Tape.recording(Precision.DOUBLE)) {
            Value x = tape.watched(tape.of(POINTS, POINTS.length));
            Value y = engine.apply(tape, x);
            double[] found = y.toDoubles();
            double[] slopes = tape.gradient(tape.sum(y, 0), x).toDoubles();

            for (int i = 0; i < POINTS.length; i++) {
                assertThat(found[i])
                        .as(name + " of " + POINTS[i])
                        .isEqualTo(plain.applyAsDouble(POINTS[i]), within(1e-9));
                assertThat(slopes[i]).as("slope").isEqualTo(slope.applyAsDouble(POINTS[i]), within(1e-9));
            }
        }
    }

    @Test
    void sumsAndMeansKeepTheirAxesAsSidesOfOne() {
        try (Tape tape = Tape.silent(Precision.DOUBLE)) {
            Value x = tape.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);

            assertThat(tape.sum(x, 0).shape()).containsExactly(1, 3);
            assertThat(tape.sum(x, 0).toDoubles()).containsExactly(5, 7, 9);
            assertThat(tape.mean(x, 1).shape()).containsExactly(2, 1);
            assertThat(tape.mean(x, 1).toDoubles()).containsExactly(2, 5);
            assertThat(tape.mean(x, 0, 1).item()).isEqualTo(3.5);
            assertThat(tape.mean(x).item()).isEqualTo(3.5);
            assertThat(tape.mean(x).shape()).isEmpty();
        }
    }

    @Test
    void planesAreJoinedAndTakenApart() {
        try (Tape tape = Tape.silent(Precision.SINGLE)) {
            Value one = tape.of(new float[] {1, 2, 3, 4}, 1, 2, 1, 2);
            Value other = tape.of(new float[] {5, 6}, 1, 1, 1, 2);
            Value both = tape.concat(one, other, 1);

            assertThat(both.shape()).containsExactly(1, 3, 1, 2);
            assertThat(tape.channels(both, 1, 2).toFloats()).containsExactly(3, 4, 5, 6);
            assertThat(tape.channels(both, 0, 1).toFloats()).containsExactly(1, 2);
            assertThat(tape.channels(both, 0, 3).toFloats()).isEqualTo(both.toFloats());
            assertThat(tape.reshape(both, 2, 3).shape()).containsExactly(2, 3);
            assertThat(tape.reshape(both, 2, 3).toFloats()).isEqualTo(both.toFloats());
        }
    }

    @Test
    void eachPixelsChannelsAreMixedByTheMatrix() {
        try (Tape tape = Tape.silent(Precision.DOUBLE)) {
            Value x = tape.of(new double[] {1, 2, 10, 20}, 1, 2, 1, 2);
            Value mixed = tape.mixed(x, new double[] {1, 1, 2, -1, 0, 3}, new double[] {0, 100, -5});

            assertThat(mixed.shape()).containsExactly(1, 3, 1, 2);
            assertThat(mixed.toDoubles()).containsExactly(11, 22, 92, 84, 25, 55);
        }
    }

    @Test
    void aGradientsGradientIsTakenToo() {
        try (Tape tape = Tape.recording(Precision.DOUBLE)) {
            Value x = tape.watched(tape.of(POINTS, POINTS.length));
            Value cube = tape.multiply(x, tape.square(x));
            Value first = tape.gradient(tape.sum(cube, 0), x);
            double[] second =
                    tape.gradients(tape.sum(first, 0), List.of(x)).get(0).toDoubles();

            for (int i = 0; i < POINTS.length; i++) {
                assertThat(second[i]).isEqualTo(6 * POINTS[i], within(1e-9));
            }
        }
    }

    @Test
    void theNormIsOfAllValuesTogetherAndScalingIsInPlace() {
        try (Tape tape = Tape.silent(Precision.DOUBLE)) {
            Value one = tape.of(new double[] {3}, 1);
            Value other = tape.of(new double[] {0, 4}, 2);

            assertThat(tape.norm(List.of(one, other))).isEqualTo(5, within(1e-12));
            tape.scaleInPlace(List.of(one, other), 0.5);
            assertThat(one.item()).isEqualTo(1.5);
            assertThat(other.toDoubles()).containsExactly(0, 2);
        }
    }

    @Test
    void numbersAreRoundedToTheTapesPrecision() {
        double third = 1.0 / 3;
        try (Tape single = Tape.silent(Precision.SINGLE);
                Tape twofold = Tape.silent(Precision.DOUBLE)) {
            assertThat(twofold.of(new double[] {third}, 1).item()).isEqualTo(third);
            assertThat(single.of(new double[] {third}, 1).item()).isEqualTo((float) third);
            assertThat(twofold.of(new float[] {0.5f}, 1).toDoubles()).containsExactly(0.5);
            assertThat(twofold.of(new double[] {third}, 1).toFloats()).containsExactly((float) third);
        }
    }

    @Test
    void tapesNestAndTheOuterOneRecordsAgainWhenTheInnerIsClosed() {
        try (Tape outer = Tape.recording(Precision.DOUBLE)) {
            Value x = outer.watched(outer.of(new double[] {3}, 1));
            try (Tape inner = Tape.silent(Precision.DOUBLE)) {
                assertThat(inner.square(x).item()).isEqualTo(9);
            }
            assertThat(outer.gradient(outer.sum(outer.square(x), 0), x).item()).isEqualTo(6);
        }
    }

    @Test
    void aNumberIsAsExactAsTheTape() {
        double third = 1.0 / 3;
        try (Tape single = Tape.silent(Precision.SINGLE);
                Tape twofold = Tape.silent(Precision.DOUBLE)) {
            assertThat(twofold.number(third).item()).isEqualTo(third);
            assertThat(twofold.number(third, 2, 1).toDoubles()).containsExactly(third, third);
            assertThat(single.number(third).item()).isEqualTo((float) third);
            assertThat(single.number(third, 2, 1).shape()).containsExactly(2, 1);
            assertThat(twofold.number(third).shape()).isEmpty();
        }
    }
}
