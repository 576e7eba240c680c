package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.trainer.engine.Parameters;
import io.astrochrome.trainer.engine.Precision;
import io.astrochrome.trainer.engine.Tape;
import io.astrochrome.trainer.engine.TorchOps;
import io.astrochrome.trainer.engine.Value;
import io.astrochrome.trainer.network.Critic;
import io.astrochrome.trainer.network.CriticKind;
import io.astrochrome.trainer.network.CriticSettings;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientPenaltyTest {
    private static final long TAPE_SEED = 5;
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @CsvSource({"BASIC, 32, 32, 2, 1", "BASIC, 64, 32, 1, 2", "COMPLEX, 32, 32, 2, 3", "COMPLEX, 32, 64, 3, 4"})
    void itsGradientsAreThoseOfCentralDifferences(CriticKind kind, int h, int w, int n, long seed) {
        Critic critic = new Critic(new CriticSettings(kind, 4, 0));
        SplittableRandom random = new SplittableRandom(seed);
        double[] l = numbers(random, n * h * w);
        double[] ab = numbers(random, 2 * n * h * w);
        try (Parameters parameters = new Parameters(critic.parameters(), Precision.DOUBLE, seed)) {
            List<String> names = differentiated(parameters);
            List<double[]> gradients = gradients(critic, parameters, l, ab, n, h, w, false);
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                double[] gradient = gradients.get(i);
                int index = random.nextInt(gradient.length);
                parameters.nudge(name, index, STEP);
                double above = penalty(critic, parameters, l, ab, n, h, w);
                parameters.nudge(name, index, -2 * STEP);
                double below = penalty(critic, parameters, l, ab, n, h, w);
                parameters.nudge(name, index, STEP);
                assertThat(gradient[index])
                        .as("%s[%d]", name, index)
                        .isCloseTo((above - below) / (2 * STEP), within(1e-6));
            }
            double largest = gradients.stream()
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            assertThat(largest).isGreaterThan(1e-3);
        }
    }

    @Test
    void garbageCollectionBetweenForwardAndBackwardChangesNothing() {
        int n = 2;
        int side = 32;
        Critic critic = new Critic(new CriticSettings(CriticKind.COMPLEX, 4, 0.2));
        SplittableRandom random = new SplittableRandom(9);
        double[] l = numbers(random, n * side * side);
        double[] ab = numbers(random, 2 * n * side * side);
        try (Parameters parameters = new Parameters(critic.parameters(), Precision.SINGLE, 9)) {
            List<double[]> undisturbed = gradients(critic, parameters, l, ab, n, side, side, false);
            for (int round = 0; round < 5; round++) {
                List<double[]> disturbed = gradients(critic, parameters, l, ab, n, side, side, true);
                assertThat(disturbed).usingRecursiveComparison().isEqualTo(undisturbed);
            }
        }
    }

    private static double penalty(Critic critic, Parameters parameters, double[] l, double[] ab, int n, int h, int w) {
        try (Tape tape = Tape.recording(Precision.DOUBLE, TAPE_SEED)) {
            return penaltyOn(tape, critic, parameters, l, ab, n, h, w).item();
        }
    }

    private static Value penaltyOn(
            Tape tape, Critic critic, Parameters parameters, double[] l, double[] ab, int n, int h, int w) {
        Value lightness = tape.of(l, n, 1, h, w);
        TorchOps ops = new TorchOps(parameters, TorchOps.Mode.TRAINING);
        // Far from the slope of one, so that the penalty's own slope is not lost in rounding.
        return GradientPenalty.of(
                tape,
                tape.of(ab, n, 2, h, w),
                between -> tape.scale(critic.forward(ops, tape.concat(lightness, between, 1)), 30));
    }

    private static List<double[]> gradients(
            Critic critic, Parameters parameters, double[] l, double[] ab, int n, int h, int w, boolean collect) {
        try (Tape tape = Tape.recording(parameters.precision(), TAPE_SEED)) {
            Value penalty = penaltyOn(tape, critic, parameters, l, ab, n, h, w);
            if (collect) {
                collectGarbage();
            }
            return tape.gradients(penalty, parameters.all(differentiated(parameters))).stream()
                    .map(Value::toDoubles)
                    .toList();
        }
    }

    /** All but the last bias, which moves every score alike and so has no part in their slope. */
    private static List<String> differentiated(Parameters parameters) {
        return parameters.learning().stream()
                .filter(name -> !name.equals("score.bias"))
                .toList();
    }

    /** Collects, and writes over what was freed. */
    private static void collectGarbage() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            ByteBuffer.allocateDirect(1 << 20).put(new byte[1 << 20]);
        }
    }

    private static double[] numbers(SplittableRandom random, int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
