package io.astrochrome.metrics.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.LabTensor;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.quality.GainSummary;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.metrics.scoring.TensorPicture;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.testkit.model.TinyModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelMeasurementTest {
    private static final TinyModel TINY = TinyModel.named("tiny").slope(0.2f);

    @TempDir
    private Path folder;

    @Test
    void theGateMeasuresWhatEvaluationAndTrainingDo() throws Exception {
        List<GainOverGrey> gains = new ArrayList<>();
        try (ColourModel model = ColourModel.load(TINY.write(folder.resolve("tiny.onnx")), SessionSettings.cpu(1))) {
            ModelMeasurement gate = new ModelMeasurement(model);
            for (int frame = 0; frame < 3; frame++) {
                LabTensor tensor =
                        SampleFrame.of("m 1", frame + ".png", /* seed= */ frame).tensor();
                gate.validation(tensor);
                gains.add(gain(TensorPicture.of(tensor)));
            }

            ModelFigures figures = gate.figures();

            GainSummary expected = GainSummary.of(gains);
            assertThat(figures.frames()).isEqualTo(3);
            assertThat(figures.gainDecibels()).isEqualTo(expected.gainDecibels(), within(1e-3));
            assertThat(figures.pooledGainDecibels()).isEqualTo(expected.pooledGainDecibels(), within(1e-3));
            assertThat(figures.colourfulnessRatio()).isEqualTo(expected.colourfulnessRatio(), within(1e-3));
        }
    }

    private static GainOverGrey gain(LabImage truth) {
        float[] a = new float[truth.lStar().length];
        float[] b = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            float lightness = LabScale.normaliseLightness(truth.lStar()[i]);
            a[i] = LabScale.CHROMA * TINY.a(lightness);
            b[i] = LabScale.CHROMA * TINY.b(lightness);
        }
        return GainOverGrey.of(truth, a, b);
    }
}
