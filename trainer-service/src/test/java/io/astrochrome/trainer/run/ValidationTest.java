package io.astrochrome.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrochrome.events.Purpose;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.Pictures;
import io.astrochrome.trainer.data.TensorStore;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.Evaluation;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.PredictionScores;
import io.astrochrome.trainer.evaluate.perceptual.PictureDistance;
import io.astrochrome.trainer.evaluate.perceptual.PictureFeatures;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {
    private static final int SIDE = 64;

    @TempDir
    private Path folder;

    /** Shadows blue, highlights orange. */
    private static float a(float lightness) {
        return 0.2f * lightness;
    }

    private static float b(float lightness) {
        return 0.3f * lightness;
    }

    private record Plain() implements ChromaPredictor {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
            float[] a = new float[crop.l().length];
            float[] b = new float[a.length];
            for (int i = 0; i < a.length; i++) {
                a[i] = a(crop.l()[i]);
                b[i] = b(crop.l()[i]);
            }
            return new Chroma(a, b);
        }
    }

    private static float[] predict(float[] l, int pictures) {
        int pixels = l.length / pictures;
        float[] ab = new float[2 * l.length];
        for (int i = 0; i < l.length; i++) {
            int at = 2 * (i / pixels) * pixels + i % pixels;
            ab[at] = a(l[i]);
            ab[at + pixels] = b(l[i]);
        }
        return ab;
    }

    @Test
    void aRunMeasuresWhatEvaluationDoes() throws IOException {
        PictureSet pictures = Pictures.fill(new TensorStore(folder), 0, 11).of(Purpose.VALIDATION);

        ValidationFigures run =
                new Validation(pictures, SIDE).measure((l, palette, n, h, w) -> predict(l, n), /* paletteWidth= */ 0);

        PredictionScores evaluation = new Evaluation(
                        pictures, new EvaluationCrop(SIDE), PictureDistance.NONE, PictureFeatures.NONE)
                .measure(List.of(new Plain()))
                .all("plain");
        assertThat(evaluation.pictures()).isEqualTo(11);
        assertThat(run.meanGainDecibels()).isEqualTo(evaluation.meanGain().value(), within(1e-9));
        assertThat(run.pooledGainDecibels()).isEqualTo(evaluation.pooledGain().value(), within(1e-9));
        assertThat(run.meanPsnrDecibels()).isEqualTo(evaluation.psnrMean(), within(1e-9));
        assertThat(run.pooledPsnrDecibels()).isEqualTo(evaluation.psnrPooled(), within(1e-9));
        assertThat(run.colourfulnessRatio()).isEqualTo(evaluation.colourfulnessRatio(), within(1e-9));
    }
}
