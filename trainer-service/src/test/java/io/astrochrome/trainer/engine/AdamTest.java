package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamTest {
    private static final double BETA1 = 0.8;
    private static final double BETA2 = 0.95;
    private static final double EPSILON = 1e-6;
    private static final double RATE = 0.05;
    private static final double[] START = {1, -2};

    /** The definition for one number (Kingma and Ba 2015, algorithm 1; Loshchilov and Hutter 2019, algorithm 2). */
    private static final class ByDefinition {
        private double value;
        private double first;
        private double second;
        private int steps;

        private ByDefinition(double value) {
            this.value = value;
        }

        private void step(double gradient, double decay) {
            steps++;
            first = BETA1 * first + (1 - BETA1) * gradient;
            second = BETA2 * second + (1 - BETA2) * gradient * gradient;
            double unbiasedFirst = first / (1 - Math.pow(BETA1, steps));
            double unbiasedSecond = second / (1 - Math.pow(BETA2, steps));
            value -= RATE * decay * value;
            value -= RATE * unbiasedFirst / (Math.sqrt(unbiasedSecond) + EPSILON);
        }
    }

    private static Map<String, ParameterSpec> specs() {
        Map<String, ParameterSpec> specs = new LinkedHashMap<>();
        specs.put("w", new ParameterSpec("w", List.of(2L), true, 0, 0));
        specs.put("v", new ParameterSpec("v", List.of(1L), true, 0, 3));
        specs.put("mean", new ParameterSpec("mean", List.of(1L), false, 0, 0));
        return specs;
    }

    private static Parameters parameters() {
        Parameters parameters = new Parameters(specs(), Precision.SINGLE, 1);
        parameters.load(Map.of("w", Tensor.ofFloats(new float[] {1, -2}, 2)));
        return parameters;
    }

    private static Adam adam(double decay) {
        return new Adam(specs(), Precision.SINGLE, BETA1, BETA2, EPSILON, decay);
    }

    private static double gradient(int step, int index) {
        return Math.sin(1.7 * step + index) + 0.2;
    }

    private static void step(Adam adam, Parameters parameters, int step) {
        try (Tape tape = Tape.recording(Precision.SINGLE)) {
            Value gradients = tape.of(new double[] {gradient(step, 0), gradient(step, 1)}, 2);
            adam.step(tape, parameters, List.of("w"), List.of(gradients), RATE);
        }
    }

    private static void follows(double decay) {
        ByDefinition[] plain = {new ByDefinition(START[0]), new ByDefinition(START[1])};
        try (Parameters parameters = parameters();
                Adam adam = adam(decay)) {
            for (int step = 0; step < 12; step++) {
                step(adam, parameters, step);
                double[] found = parameters.get("w").toDoubles();
                for (int i = 0; i < 2; i++) {
                    plain[i].step(gradient(step, i), decay);
                    assertThat(found[i]).as("step " + step).isEqualTo(plain[i].value, within(1e-5));
                }
            }
            assertThat(parameters.get("v").item()).as("what is not named").isEqualTo(3);
        }
    }

    @Test
    void itsStepsAreThoseOfTheDefinition() {
        follows(0);
    }

    @Test
    void weightsDecayApartFromTheirGradients() {
        follows(0.3);
    }

    @Test
    void aParameterThatWasFrozenStartsAfresh() {
        try (Parameters parameters = parameters();
                Adam adam = adam(0)) {
            for (int step = 0; step < 5; step++) {
                step(adam, parameters, step);
            }
            try (Tape tape = Tape.recording(Precision.SINGLE)) {
                adam.step(tape, parameters, List.of("v"), List.of(tape.of(new double[] {7}, 1)), RATE);
            }

            assertThat(parameters.get("v").item())
                    .as("the first step is as long as the rate, whatever the gradient")
                    .isEqualTo(3 - RATE, within(1e-5));
        }
    }

    @Test
    void whatIsSavedGoesOnAsIfNothingHadHappened() {
        try (Parameters through = parameters();
                Adam adam = adam(0.1);
                Parameters resumed = parameters();
                Adam restored = adam(0.1)) {
            for (int step = 0; step < 4; step++) {
                step(adam, through, step);
            }
            Map<String, Tensor> state = adam.save();
            resumed.load(through.save());
            restored.load(state);
            for (int step = 4; step < 8; step++) {
                step(adam, through, step);
                step(restored, resumed, step);
            }

            assertThat(resumed.get("w").toDoubles()).isEqualTo(through.get("w").toDoubles());
            assertThat(state)
                    .as("moments of what is learnt alone")
                    .containsOnlyKeys("moment1.w", "moment1.v", "moment2.w", "moment2.v", "steps");
        }
    }
}
