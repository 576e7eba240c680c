package io.astrochrome.trainer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrochrome.tensors.Tensor;
import io.astrochrome.trainer.network.GeneratorSettings;
import io.astrochrome.trainer.network.encoder.Encoder;
import io.astrochrome.trainer.weights.WeightsMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnerFaultsTest {
    private static final int PIXELS = TinyLearner.SIDE * TinyLearner.SIDE;

    @TempDir
    private Path folder;

    @Test
    void aBatchThatIsNotFiniteIsRefusedWithItsPlace() {
        float[] l = new float[PIXELS];
        l[77] = Float.NaN;
        assertThatThrownBy(() -> new TrainingBatch(1, 32, 32, l, new float[2 * PIXELS]))
                .hasMessage("l holds NaN at index 77");
    }

    @Test
    void aBatchOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> new TrainingBatch(1, 32, 32, new float[PIXELS], new float[PIXELS]))
                .hasMessageContaining("ab has 1024 values");
        assertThatThrownBy(() -> new TrainingBatch(1, 30, 32, new float[960], new float[1920]))
                .hasMessageContaining("multiples of 32");
    }

    @Test
    void aStepThatIsNotFiniteMovesNoParameter() {
        float[] ab = new float[4 * PIXELS];
        Arrays.fill(ab, 3e38f);
        TrainingBatch overflowing =
                new TrainingBatch(2, 32, 32, TinyLearner.batch(2, 1).l(), ab);
        ObjectiveSettings squares = ObjectiveSettings.pixelOnly(PixelLoss.L2);
        try (Learner learner = new Learner(TinyLearner.generator(), null, squares, OptimiserSettings.paper(), 1)) {
            learner.learningRates(1e-3, 0);
            Map<String, Tensor> before = learner.state();
            assertThat(learner.generatorStep(overflowing, false).finite()).isFalse();
            Map<String, Tensor> after = learner.state();
            assertThat(before.keySet())
                    .filteredOn(name -> !name.contains("running_"))
                    .allSatisfy(name -> assertThat(after.get(name)).isEqualTo(before.get(name)));
            assertThat(learner.generatorStep(TinyLearner.batch(2, 1), false).finite())
                    .isTrue();
        }
    }

    @Test
    void asksForACriticOnlyWhereThereIsOne() {
        TrainingBatch batch = TinyLearner.batch(1, 1);
        try (Learner learner = TinyLearner.pixelOnly(1)) {
            assertThatThrownBy(() -> learner.criticStep(batch)).hasMessageContaining("no critic");
            assertThatThrownBy(() -> learner.generatorStep(batch, true)).hasMessageContaining("no critic");
        }
    }

    @Test
    void aFrozenEncoderStaysAsItIsAndTheDecoderLearns() {
        try (Learner learner = TinyLearner.pixelOnly(1)) {
            Map<String, Tensor> before = learner.state();
            learner.encoderFrozen(true);
            learner.generatorStep(TinyLearner.batch(2, 1), false);
            Map<String, Tensor> after = learner.state();
            assertThat(before.keySet())
                    .filteredOn(name -> name.startsWith("generator.encoder."))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(after.get(name)).isEqualTo(before.get(name)));
            assertThat(after.get("generator.head.weight")).isNotEqualTo(before.get("generator.head.weight"));
            learner.encoderFrozen(false);
            learner.generatorStep(TinyLearner.batch(2, 1), false);
            assertThat(learner.state().get("generator.encoder.stem.conv.weight"))
                    .isNotEqualTo(before.get("generator.encoder.stem.conv.weight"));
        }
    }

    @Test
    void theEncoderCanHaveALearningRateOfItsOwn() {
        TrainingBatch batch = TinyLearner.batch(2, 1);
        try (Learner learner = TinyLearner.pixelOnly(1)) {
            Map<String, Tensor> before = learner.state();
            learner.learningRates(1e-3, 0, 0);
            learner.generatorStep(batch, false);
            Map<String, Tensor> after = learner.state();
            assertThat(after.get("generator.encoder.stem.conv.weight"))
                    .isEqualTo(before.get("generator.encoder.stem.conv.weight"));
            assertThat(after.get("generator.head.weight")).isNotEqualTo(before.get("generator.head.weight"));
            learner.learningRates(1e-3, 1e-4, 0);
            learner.generatorStep(batch, false);
            assertThat(learner.state().get("generator.encoder.stem.conv.weight"))
                    .isNotEqualTo(before.get("generator.encoder.stem.conv.weight"));
        }
    }

    @Test
    void aWeightFileThatIsNoneOrOfAnotherNetworkIsRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.safetensors"), "not a weight file");
        GeneratorSettings settings = GeneratorSettings.of(Encoder.RESNET34).withEncoderWeights(file);
        assertThatThrownBy(() -> learner(settings))
                .isInstanceOf(WeightsMismatchException.class)
                .hasMessageContaining("broken.safetensors");
    }

    private static Learner learner(GeneratorSettings settings) {
        return new Learner(settings, null, ObjectiveSettings.pixelOnly(PixelLoss.L1), OptimiserSettings.paper(), 1);
    }

    @Test
    void theConditionalGameTheLazyPenaltyAndAllTermsTrain() {
        TrainingBatch batch = TinyLearner.batch(2, 1);
        ObjectiveSettings conditional = new ObjectiveSettings(
                Adversarial.CONDITIONAL_GAN, 0, 1, PixelLoss.CHARBONNIER, 100, 2, 0.5, 0, null, 1, 1, 0);
        try (Learner learner = new Learner(
                TinyLearner.generator().withPaletteWidth(28),
                TinyLearner.critic(),
                conditional,
                new OptimiserSettings(0.5, 0.999, 1e-8, 1e-4, 1),
                1)) {
            learner.learningRates(1e-3, 1e-3);
            assertThat(learner.criticStep(batch).named()).containsKeys("critic", "gradientNorm");
            assertThat(learner.generatorStep(batch, true).named())
                    .containsKeys("total", "pixel", "colourfulness", "sky", "adversarial");
        }
        ObjectiveSettings lazy =
                new ObjectiveSettings(Adversarial.WGAN_GP, 10, 2, PixelLoss.L1, 10, 0, 0, 0, null, 0, 0, 0.9);
        try (Learner learner =
                new Learner(TinyLearner.generator(), TinyLearner.critic(), lazy, OptimiserSettings.paper(), 1)) {
            learner.learningRates(1e-3, 1e-3);
            assertThat(learner.criticStep(batch).named()).containsKey("penalty");
            assertThat(learner.criticStep(batch).named()).doesNotContainKey("penalty");
            assertThat(learner.criticStep(batch).named()).containsKey("penalty");
        }
    }
}
