package io.astrochrome.colorize.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.colorize.palette.Guidance;
import io.astrochrome.colorize.tensor.PlainTensors;
import io.astrochrome.events.FrameTrial;
import io.astrochrome.events.LabTensor;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.ModelRejectedException;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferredColoursTest {
    private static final TinyModel TINY = TinyModel.named("tiny").slope(0.4f);

    @TempDir
    private Path folder;

    private final LabTensor one = PlainTensors.slope("one", PlainTensors.PADDED);
    private final LabTensor two = PlainTensors.slope("two", PlainTensors.PADDED);

    private ColourModel load(TinyModel model) throws ModelRejectedException {
        return ColourModel.load(model.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1));
    }

    @Test
    void areTheModelsOwnForEachFrameInTheirOrder() throws Exception {
        try (ColourModel model = load(TINY)) {
            List<ColouredFrame> coloured = FrameInference.colour(model, List.of(one, two));

            assertThat(coloured).extracting(ColouredFrame::tensor).containsExactly(one, two);
            for (ColouredFrame frame : coloured) {
                assertThat(frame.modelId()).isEqualTo(model.modelId());
                assertThat(frame.modelName()).isEqualTo("tiny");
                assertThat(frame.palette()).as("nothing steered").isNull();
                for (int i = 0; i < frame.a().length; i++) {
                    float lightness = HalfFloat.toFloat(one.lightness()[i]);
                    assertThat(frame.a()[i]).isCloseTo(TINY.a(lightness), within(1e-5f));
                    assertThat(frame.b()[i]).isCloseTo(TINY.b(lightness), within(1e-5f));
                }
            }
        }
    }

    @Test
    void areAsVividAsEachFramesGuidanceSays() throws Exception {
        try (ColourModel model = load(TINY)) {
            List<ColouredFrame> coloured = FrameInference.colour(
                    model, List.of(one, two), List.of(Guidance.NONE.timesVivid(0.5f), Guidance.NONE.timesVivid(2)));

            for (int i = 0; i < coloured.get(0).a().length; i++) {
                float plain = TINY.a(HalfFloat.toFloat(one.lightness()[i]));
                assertThat(coloured.get(0).a()[i]).isCloseTo(0.5f * plain, within(1e-5f));
                assertThat(coloured.get(1).a()[i]).isCloseTo(Math.max(-1, Math.min(1, 2 * plain)), within(1e-5f));
            }
        }
    }

    @Test
    void ofAModelThatAnswersWithNoColoursThereAreNone() throws Exception {
        try (ColourModel model = load(TinyModel.named("broken").brittle())) {
            assertThatThrownBy(() -> FrameInference.colour(model, List.of(one)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the model broken answers with NaN");
        }
    }

    @Test
    void asATrialAreTheSameWithItsOccasion() throws Exception {
        try (ColourModel model = load(TINY)) {
            ColouredFrame coloured = FrameInference.colour(model, List.of(one)).get(0);

            FrameTrial trial = coloured.trial("a replay");

            assertThat(trial.frame()).isEqualTo(one.frame());
            assertThat(trial.geometry()).isEqualTo(one.geometry());
            assertThat(trial.occasion()).isEqualTo("a replay");
            assertThat(trial.modelId()).isEqualTo(model.modelId());
            assertThat(trial.inferenceMillis()).isEqualTo(coloured.inferenceMillis());
            assertThat(trial.a()).isEqualTo(HalfFloat.fromFloats(coloured.a()));
            assertThat(trial.b()).isEqualTo(HalfFloat.fromFloats(coloured.b()));
        }
    }
}
