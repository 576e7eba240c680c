package io.astrochrome.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.layer.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static ParameterSpec spec(String name, long length, boolean trainable, double deviation, double mean) {
        return new ParameterSpec(name, List.of(length), trainable, deviation, mean);
    }

    private static Map<String, ParameterSpec> specs() {
        Map<String, ParameterSpec> specs = new LinkedHashMap<>();
        for (ParameterSpec spec : List.of(
                spec("wide", 20_000, true, 0.5, 2),
                spec("other", 20_000, true, 0.5, 2),
                spec("constant", 3, true, 0, 7),
                spec("running", 2, false, 0, 1))) {
            specs.put(spec.name(), spec);
        }
        return specs;
    }

    private static Parameters parameters(long seed) {
        return new Parameters(specs(), Precision.SINGLE, seed);
    }

    @Test
    void valuesStartFromTheirMeanAndDeviation() {
        try (Parameters parameters = parameters(1)) {
            double sum = 0;
            double squares = 0;
            for (float value : parameters.get("wide").toFloats()) {
                sum += value / 20_000.0;
                squares += (double) value * value / 20_000;
            }
            assertThat(sum).isEqualTo(2, within(0.02));
            assertThat(Math.sqrt(squares - sum * sum)).isEqualTo(0.5, within(0.02));
            assertThat(parameters.get("constant").toFloats()).containsOnly(7f);
        }
    }

    @Test
    void theSeedAndTheNameDecideTheNumbers() {
        try (Parameters one = parameters(1);
                Parameters same = parameters(1);
                Parameters another = parameters(2)) {
            float[] wide = one.get("wide").toFloats();
            assertThat(same.get("wide").toFloats()).isEqualTo(wide);
            assertThat(another.get("wide").toFloats()).isNotEqualTo(wide);
            assertThat(one.get("other").toFloats()).isNotEqualTo(wide);
        }
    }

    @Test
    void whatIsSavedAndLoadedIsTheSameBitByBit() {
        try (Parameters one = parameters(1);
                Parameters other = parameters(2)) {
            other.load(one.save());

            assertThat(other.save()).isEqualTo(one.save());
            assertThat(other.get("wide").toFloats()).isEqualTo(one.get("wide").toFloats());
        }
    }

    @Test
    void valuesThatDoNotFitAreRefusedAndNothingChanges() {
        try (Parameters parameters = parameters(1)) {
            Map<String, Tensor> before = parameters.save();
            Tensor three = Tensor.ofFloats(new float[] {1, 2, 3}, 3);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> parameters.load(ordered("constant", three, "unknown", three)))
                    .withMessage("the network has no value named unknown");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> parameters.load(ordered("constant", three, "running", three)))
                    .withMessage("running has shape [2], not [3]");

            assertThat(parameters.save()).isEqualTo(before);
            parameters.load(Map.of("constant", three));
            assertThat(parameters.get("constant").toFloats()).containsExactly(1, 2, 3);
            assertThat(parameters.get("running").toFloats()).as("others stay").containsOnly(1f);
        }
    }

    private static Map<String, Tensor> ordered(String first, Tensor one, String second, Tensor other) {
        Map<String, Tensor> ordered = new LinkedHashMap<>();
        ordered.put(first, one);
        ordered.put(second, other);
        return ordered;
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        try (Parameters parameters = parameters(1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> parameters.get("wid"))
                    .withMessage("the network has no value named wid");
        }
    }

    @Test
    void whatIsFrozenDoesNotLearnUntilItIsThawed() {
        try (Parameters parameters = parameters(1)) {
            assertThat(parameters.learning()).containsExactly("wide", "other", "constant");

            parameters.freeze(name -> name.equals("wide"));
            assertThat(parameters.learning()).containsExactly("other", "constant");
            assertThat(parameters.isFrozen("wide")).isTrue();

            parameters.freeze(name -> false);
            assertThat(parameters.learning()).containsExactly("wide", "other", "constant");
        }
    }

    @Test
    void valuesMoveTowardsAnothersByAShare() {
        try (Parameters average = parameters(1);
                Parameters target = parameters(1)) {
            target.load(Map.of(
                    "constant", Tensor.ofFloats(new float[] {17, 7, -13}, 3),
                    "running", Tensor.ofFloats(new float[] {5, 1}, 2)));
            average.moveTowards(target, 0.25);

            assertThat(average.get("constant").toFloats()).containsExactly(9.5f, 7, 2);
            assertThat(average.get("running").toFloats()).as("statistics too").containsExactly(2, 1);
            assertThat(target.get("constant").toFloats()).containsExactly(17, 7, -13);
        }
    }

    @Test
    void oneElementIsNudgedAlone() {
        try (Parameters parameters = parameters(1)) {
            parameters.nudge("constant", 1, 0.5);

            assertThat(parameters.get("constant").toFloats()).containsExactly(7, 7.5f, 7);
        }
    }
}
