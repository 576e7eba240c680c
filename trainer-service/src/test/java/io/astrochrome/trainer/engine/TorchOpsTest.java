package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.BatchNorm;
import io.astrochrome.trainer.network.layer.Gain;
import io.astrochrome.trainer.network.layer.MaxPool;
import io.astrochrome.trainer.network.layer.Padding;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import io.astrochrome.trainer.network.layer.Upsampling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TorchOpsTest {
    private static final BatchNorm NORM = BatchNorm.of("n", 2);
    private static final double[] SEEN = {1, 3, 5, 7, -2, 0, 2, 4};

    private Tape tape;
    private Parameters parameters;

    @BeforeEach
    void open() {
        tape = Tape.silent(Precision.DOUBLE, 3);
        Map<String, ParameterSpec> specs = new LinkedHashMap<>();
        for (String part : List.of("weight", "bias", "running_mean", "running_var")) {
            boolean learnt = part.equals("weight") || part.equals("bias");
            specs.put("n." + part, new ParameterSpec("n." + part, List.of(2L), learnt, 0, 0));
        }
        specs.put("g", new ParameterSpec("g", List.of(1L), true, 0, -0.5));
        parameters = new Parameters(specs, Precision.DOUBLE, 1);
        parameters.load(Map.of(
                "n.weight", Tensor.ofFloats(new float[] {2, 0.5f}, 2),
                "n.bias", Tensor.ofFloats(new float[] {10, -1}, 2),
                "n.running_mean", Tensor.ofFloats(new float[] {3, 1}, 2),
                "n.running_var", Tensor.ofFloats(new float[] {4, 9}, 2)));
    }

    @AfterEach
    void close() {
        parameters.close();
        tape.close();
    }

    private TorchOps ops(TorchOps.Mode mode) {
        return new TorchOps(parameters, mode);
    }

    private TorchOps ops() {
        return ops(TorchOps.Mode.PREDICTION);
    }

    private Value row(double... values) {
        return tape.of(values, 1, 1, 1, values.length);
    }

    /** Two pictures of two channels of two pixels. */
    private Value seen() {
        return tape.of(SEEN, 2, 2, 1, 2);
    }

    private static double normalised(double x, double mean, double variance, double weight, double bias) {
        return (x - mean) / Math.sqrt(variance + BatchNorm.PYTORCH_EPSILON) * weight + bias;
    }

    @Test
    void nonLinearitiesAreTheirFormulas() {
        double[] points = {-7, -0.5, 0, 0.5, 6.5};
        double[] sigmoid = ops().sigmoid(row(points)).toDoubles();
        double[] silu = ops().silu(row(points)).toDoubles();
        double[] tanh = ops().tanh(row(points)).toDoubles();
        for (int i = 0; i < points.length; i++) {
            double share = 1 / (1 + Math.exp(-points[i]));
            assertThat(sigmoid[i]).isEqualTo(share, within(1e-12));
            assertThat(silu[i]).isEqualTo(points[i] * share, within(1e-12));
            assertThat(tanh[i]).isEqualTo(Math.tanh(points[i]), within(1e-12));
        }
        assertThat(ops().relu(row(points)).toDoubles()).containsExactly(0, 0, 0, 0.5, 6.5);
        assertThat(ops().relu6(row(points)).toDoubles()).containsExactly(0, 0, 0, 0.5, 6);
        assertThat(ops().leakyRelu(row(points), 0.25).toDoubles()).containsExactly(-1.75, -0.125, 0, 0.5, 6.5);
    }

    @Test
    void predictionNormalisesByTheRunningStatistics() {
        double[] found = ops().batchNorm(seen(), NORM).toDoubles();

        for (int i = 0; i < SEEN.length; i++) {
            boolean second = i / 2 % 2 == 1;
            double wanted = second ? normalised(SEEN[i], 1, 9, 0.5, -1) : normalised(SEEN[i], 3, 4, 2, 10);
            assertThat(found[i]).isEqualTo(wanted, within(1e-9));
        }
        assertThat(parameters.get("n.running_mean").toDoubles()).containsExactly(3, 1);
    }

    @Test
    void trainingNormalisesByTheBatchAndTheRunningStatisticsFollowATenth() {
        double[] found = ops(TorchOps.Mode.TRAINING).batchNorm(seen(), NORM).toDoubles();

        // The first channel sees 1, 3, -2, 0: a mean of 0.5, a mean square of 3.5.
        double mean = 0.5;
        double variance = 3.5 - 0.25;
        assertThat(found[0]).isEqualTo(normalised(1, mean, variance, 2, 10), within(1e-9));
        assertThat(found[5]).isEqualTo(normalised(0, mean, variance, 2, 10), within(1e-9));
        assertThat(parameters.get("n.running_mean").toDoubles()[0]).isEqualTo(0.9 * 3 + 0.1 * mean, within(1e-9));
        assertThat(parameters.get("n.running_var").toDoubles()[0])
                .as("the unbiased variance")
                .isEqualTo(0.9 * 4 + 0.1 * variance * 4 / 3, within(1e-9));
    }

    @Test
    void rehearsingDoesAsTrainingAndLeavesTheStatistics() {
        double[] rehearsed =
                ops(TorchOps.Mode.REHEARSAL).batchNorm(seen(), NORM).toDoubles();
        assertThat(parameters.get("n.running_mean").toDoubles()).containsExactly(3, 1);
        assertThat(parameters.get("n.running_var").toDoubles()).containsExactly(4, 9);

        assertThat(rehearsed)
                .isEqualTo(ops(TorchOps.Mode.TRAINING).batchNorm(seen(), NORM).toDoubles());
    }

    @Test
    void aFrozenNormalisationPredictsAlsoInTraining() {
        parameters.freeze(name -> name.startsWith("n."));

        assertThat(ops(TorchOps.Mode.TRAINING).batchNorm(seen(), NORM).toDoubles())
                .isEqualTo(ops().batchNorm(seen(), NORM).toDoubles());
        assertThat(parameters.get("n.running_mean").toDoubles()).containsExactly(3, 1);
    }

    @Test
    void dropoutDropsWhileTrainingAloneAndScalesWhatIsLeft() {
        double[] ones = new double[4000];
        java.util.Arrays.fill(ones, 1);

        assertThat(ops().dropout(row(ones), 0.25).toDoubles()).isEqualTo(ones);
        assertThat(ops(TorchOps.Mode.TRAINING).dropout(row(ones), 0).toDoubles())
                .isEqualTo(ones);
        double[] dropped = ops(TorchOps.Mode.TRAINING).dropout(row(ones), 0.25).toDoubles();
        int left = 0;
        for (double value : dropped) {
            left += value == 0 ? 0 : 1;
            assertThat(value == 0 || Math.abs(value - 4.0 / 3) < 1e-9).isTrue();
        }
        assertThat(left).isBetween(2850, 3150);
    }

    @Test
    void theLargestUnderEachWindowIsTaken() {
        Value x = tape.of(
                new double[] {-1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12, -13, -14, -15, -16}, 1, 1, 4, 4);

        assertThat(ops().maxPool(x, new MaxPool(3, 2, Padding.symmetric(3))).toDoubles())
                .as("padding is never the largest")
                .containsExactly(-1, -2, -5, -6);
        assertThat(ops().maxPool(x, new MaxPool(3, 2, new Padding(0, 1))).toDoubles())
                .as("the last windows stick out")
                .containsExactly(-1, -3, -9, -11);
        assertThat(ops().maxPool(x, new MaxPool(2, 2, Padding.NONE)).toDoubles())
                .containsExactly(-1, -3, -9, -11);
    }

    @Test
    void doublingRepeatsOrIsLinearBetweenHalfPixels() {
        assertThat(ops().doubled(row(0, 4), Upsampling.NEAREST).toDoubles()).containsExactly(0, 0, 4, 4, 0, 0, 4, 4);
        assertThat(ops().doubled(row(0, 4), Upsampling.BILINEAR).toDoubles()).containsExactly(0, 1, 3, 4, 0, 1, 3, 4);
    }

    @Test
    void meansAreOfEachChannelAlone() {
        Value means = ops().globalMean(seen());

        assertThat(means.shape()).containsExactly(2, 2, 1, 1);
        assertThat(means.toDoubles()).containsExactly(2, 6, -1, 3);
    }

    @Test
    void sidesOfOneAreRepeatedAndChannelsJoined() {
        Value factors = tape.of(new double[] {10, 100}, 1, 2, 1, 1);

        assertThat(ops().multiply(seen(), factors).toDoubles()).containsExactly(10, 30, 500, 700, -20, 0, 200, 400);
        assertThat(ops().add(seen(), factors).toDoubles()).containsExactly(11, 13, 105, 107, 8, 10, 102, 104);
        assertThat(ops().concat(row(1, 2), row(3, 4)).shape()).containsExactly(1, 2, 1, 2);
        assertThat(ops().concat(row(1, 2), row(3, 4)).toDoubles()).containsExactly(1, 2, 3, 4);
        assertThat(ops().gain(row(2, 4), new Gain("g", 0)).toDoubles()).containsExactly(-1, -2);
    }

    @Test
    void attentionMixesPlacesByTheSoftmaxOfTheirProducts() {
        SplittableRandom random = new SplittableRandom(5);
        int places = 6;
        double[] q = random.doubles(2L * places, -1, 1).toArray();
        double[] k = random.doubles(2L * places, -1, 1).toArray();
        double[] v = random.doubles(3L * places, -1, 1).toArray();

        double[] found = ops().attend(tape.of(q, 1, 2, 2, 3), tape.of(k, 1, 2, 2, 3), tape.of(v, 1, 3, 2, 3))
                .toDoubles();

        for (int place = 0; place < places; place++) {
            double[] shares = new double[places];
            double all = 0;
            for (int other = 0; other < places; other++) {
                double product = q[place] * k[other] + q[places + place] * k[places + other];
                shares[other] = Math.exp(product);
                all += shares[other];
            }
            for (int channel = 0; channel < 3; channel++) {
                double wanted = 0;
                for (int other = 0; other < places; other++) {
                    wanted += shares[other] / all * v[channel * places + other];
                }
                assertThat(found[channel * places + place]).isEqualTo(wanted, within(1e-9));
            }
        }
    }

    @Test
    void calibratingSetsTheStatisticsAndKeepsWhatIsPredicted() {
        double[] before = ops().batchNorm(seen(), NORM).toDoubles();

        double[] calibrated = new CalibratingOps(tape, parameters, "n")
                .batchNorm(seen(), NORM)
                .toDoubles();

        for (int i = 0; i < before.length; i++) {
            assertThat(calibrated[i]).isEqualTo(before[i], within(1e-5));
        }
        assertThat(parameters.get("n.running_mean").toDoubles()).containsExactly(0.5, 4.5);
        assertThat(parameters.get("n.running_var").toDoubles()).containsExactly(3.25, 3.25);
    }

    @Test
    void normalisationsOfOtherNamesAreNotCalibrated() {
        new CalibratingOps(tape, parameters, "encoder.").batchNorm(seen(), NORM);

        assertThat(parameters.get("n.running_mean").toDoubles()).containsExactly(3, 1);
    }
}
