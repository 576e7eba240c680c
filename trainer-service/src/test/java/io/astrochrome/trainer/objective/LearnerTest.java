package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.export.Agreement;
import io.astrochrome.trainer.export.ExportOptions;
import io.astrochrome.trainer.export.Probe;
import io.astrochrome.trainer.weights.WeightsMismatchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerTest {
    @TempDir
    private Path folder;

    @Test
    void learnsFromThePixelLoss() {
        TrainingBatch batch = TinyLearner.batch(4, 1);
        try (Learner learner = TinyLearner.pixelOnly(1)) {
            double first = learner.generatorStep(batch, false).get("pixel");
            double last = 0;
            for (int step = 0; step < 30; step++) {
                last = learner.generatorStep(batch, false).get("pixel");
            }
            assertThat(last).isLessThan(first / 2);
        }
    }

    @Test
    void theSameSeedGivesTheSameValuesBitByBit() {
        assertThat(differing(stateAfter(7, 3), stateAfter(7, 3))).isEmpty();
        assertThat(differing(stateAfter(7, 3), stateAfter(8, 3))).isNotEmpty();
    }

    private static Map<String, Tensor> stateAfter(long seed, int rounds) {
        try (Learner learner = TinyLearner.wganGp(seed)) {
            train(learner, 0, rounds);
            return learner.state();
        }
    }

    private static void train(Learner learner, int from, int to) {
        for (int round = from; round < to; round++) {
            TrainingBatch batch = TinyLearner.batch(2, round);
            learner.criticStep(batch);
            learner.generatorStep(batch, true);
        }
    }

    @Test
    void aResumedRunEndsInTheValuesOfAnUninterruptedOne() {
        Map<String, Tensor> halfway = stateAfter(7, 2);
        try (Learner resumed = TinyLearner.wganGp(7)) {
            train(resumed, 5, 6);
            resumed.restore(halfway);
            assertThat(differing(resumed.state(), halfway)).isEmpty();
            train(resumed, 2, 4);
            assertThat(differing(resumed.state(), stateAfter(7, 4))).isEmpty();
        }
    }

    /** Names of the values that are not the same bit by bit. */
    private static List<String> differing(Map<String, Tensor> some, Map<String, Tensor> others) {
        assertThat(some.keySet()).isEqualTo(others.keySet());
        return some.keySet().stream()
                .filter(name -> !some.get(name).equals(others.get(name)))
                .toList();
    }

    @Test
    void refusesACheckpointOfAnotherNetworkAndChangesNothing() {
        try (Learner learner = TinyLearner.pixelOnly(1)) {
            Map<String, Tensor> before = learner.state();
            Map<String, Tensor> foreign = new LinkedHashMap<>(before);
            foreign.put("generator.head.bias", Tensor.ofFloats(new float[3], 3));
            assertThatThrownBy(() -> learner.restore(foreign))
                    .isInstanceOf(WeightsMismatchException.class)
                    .hasMessageContaining("generator.head.bias");
            foreign.remove("generator.head.bias");
            assertThatThrownBy(() -> learner.restore(foreign)).hasMessageContaining("lacks generator.head.bias");
            assertThat(differing(learner.state(), before)).isEmpty();
        }
    }

    @Test
    void exportsWhatItPredicts() throws IOException {
        TrainingBatch batch = TinyLearner.batch(2, 5);
        Path file = folder.resolve("model.onnx");
        try (Learner learner = TinyLearner.pixelOnly(1)) {
            for (int step = 0; step < 3; step++) {
                learner.generatorStep(batch, false);
            }
            learner.export(file, ExportOptions.standard(), Map.of("astrochrome.name", "tiny"));
            float[] predicted = learner.predict(batch.l(), 2, TinyLearner.SIDE, TinyLearner.SIDE, true);
            Probe probe = new Probe(2, TinyLearner.SIDE, TinyLearner.SIDE, batch.l());
            assertThat(Agreement.require(file, probe, null, predicted)).isLessThan(1e-4);
        }
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    }
}
