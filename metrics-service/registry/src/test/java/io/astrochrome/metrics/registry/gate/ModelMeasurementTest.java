package io.astrochrome.metrics.registry.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.LabTensor;
import io.astrochrome.events.Purpose;
import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.quality.GainSummary;
import io.astrochrome.metrics.sample.SampleFrame;
import io.astrochrome.metrics.sample.TinyFrames;
import io.astrochrome.metrics.scoring.TensorPicture;
import io.astrochrome.model.ColourModel;
import io.astrochrome.model.SessionSettings;
import io.astrochrome.tensors.HalfFloat;
import io.astrochrome.testkit.model.TinyModel;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Instant;
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

    private interface Measuring {
        void with(ModelMeasurement measurement);
    }

    private ModelFigures measured(TinyModel model, Measuring measuring) throws Exception {
        try (ColourModel loaded = ColourModel.load(model.write(folder.resolve("m.onnx")), SessionSettings.cpu(1))) {
            ModelMeasurement measurement = new ModelMeasurement(loaded);
            measuring.with(measurement);
            return measurement.figures();
        }
    }

    private static LabTensor live(int number, TinyModel truth) {
        return TinyFrames.of("M 42", number, Purpose.LIVE, truth);
    }

    @Test
    void ofNothingNoFigureIsANumberAndNothingIsWrongWithTheColours() throws Exception {
        ModelFigures nothing = measured(TINY, measurement -> {});

        assertThat(nothing.frames()).isZero();
        assertThat(nothing.gainDecibels()).isNaN();
        assertThat(nothing.newestGainDecibels()).isNaN();
        assertThat(nothing.skyChroma()).isNaN();
        assertThat(nothing.flicker()).isNaN();
        assertThat(nothing.finite()).isTrue();
    }

    @Test
    void flickerIsTheMeanStepOfChromaFromFrameToFrame() throws Exception {
        LabTensor first = live(1, TINY);
        LabTensor second = live(2, TINY);
        double sum = 0;
        for (int i = 0; i < first.lightness().length; i++) {
            float before = HalfFloat.toFloat(first.lightness()[i]);
            float after = HalfFloat.toFloat(second.lightness()[i]);
            sum += Math.abs(TINY.a(before) - TINY.a(after)) + Math.abs(TINY.b(before) - TINY.b(after));
        }

        ModelFigures figures = measured(TINY, measurement -> {
            measurement.live(first);
            measurement.live(second);
            measurement.live(second);
        });

        double step = LabScale.CHROMA * sum / 2 / first.lightness().length;
        assertThat(figures.flicker()).as("two steps, one of nothing").isCloseTo(step / 2, within(0.01));
    }

    @Test
    void betweenTwoTargetsThereIsNoStep() throws Exception {
        ModelFigures figures = measured(TINY, measurement -> {
            measurement.live(live(1, TINY));
            measurement.nextTarget();
            measurement.live(live(2, TINY));
        });

        assertThat(figures.flicker()).isNaN();
    }

    @Test
    void skyIsWhatIsDarkAndItsChromaTheMeanOfBoth() throws Exception {
        LabTensor frame = live(3, TINY);
        double sum = 0;
        int dark = 0;
        for (short half : frame.lightness()) {
            float l = HalfFloat.toFloat(half);
            if (LabScale.lStar(l) < 10) {
                sum += LabScale.CHROMA * (Math.abs(TINY.a(l)) + Math.abs(TINY.b(l))) / 2;
                dark++;
            }
        }
        assertThat(dark).as("this test needs dark sky").isPositive();

        ModelFigures figures = measured(TINY, measurement -> measurement.live(frame));

        assertThat(figures.skyChroma()).isCloseTo(sum / dark, within(0.01));
    }

    @Test
    void liveFramesWithColourAreMeasuredButAreNoValidationFrames() throws Exception {
        TinyModel truth = TinyModel.named("truth").slope(0.3f);
        ModelFigures figures = measured(TINY, measurement -> measurement.live(live(1, truth)));

        assertThat(figures.frames()).isZero();
        assertThat(figures.newestGainDecibels()).isPositive();
        assertThat(measured(
                                TINY,
                                measurement -> measurement.live(
                                        SampleFrame.of("m 1", "mono.png", 1).mono()))
                        .newestGainDecibels())
                .as("whose truth nobody knows")
                .isNaN();
    }

    @Test
    void aModelWhoseColoursAreNoNumbersIsFoundOut() throws Exception {
        LabTensor black = SampleFrame.of(
                        "m 1", "black.png", new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), Instant.EPOCH)
                .mono();

        assertThat(measured(TINY.brittle(), measurement -> measurement.live(black))
                        .finite())
                .isFalse();
    }
}
