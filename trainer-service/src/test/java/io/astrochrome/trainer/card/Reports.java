package io.astrochrome.trainer.card;

import io.astrochrome.model.ModelMetadata;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.Evaluation;
import io.astrochrome.trainer.evaluate.EvaluationCrop;
import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.Interval;
import io.astrochrome.trainer.evaluate.PredictionScores;
import io.astrochrome.trainer.evaluate.perceptual.PictureDistance;
import io.astrochrome.trainer.evaluate.perceptual.PictureFeatures;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures that a reader can tell apart, and reports of them. */
final class Reports {
    static final String HASH = "0123456789abcdef".repeat(4);

    private Reports() {}

    /** A summary whose every figure has a place of its own beside {@code base}. */
    static PredictionScores summary(int pictures, double base) {
        return new PredictionScores(
                pictures,
                base + 0.01,
                base + 0.02,
                base + 0.03,
                new Interval(base + 0.04, base + 0.05, base + 0.06),
                new Interval(base + 0.07, base + 0.08, base + 0.09),
                base + 0.1,
                base + 0.2,
                base + 0.3,
                base + 0.4,
                base + 0.5,
                base + 0.6,
                base + 0.7,
                base + 0.8,
                base + 0.9,
                base + 0.95);
    }

    /** A report without pictures' own scores. */
    static EvaluationReport report(Map<String, Map<String, PredictionScores>> results) {
        return new EvaluationReport(4, 224, HASH, results, List.of());
    }

    /** Overall figures alone, by predictor. */
    static EvaluationReport overall(Map<String, Double> bases) {
        Map<String, Map<String, PredictionScores>> results = new LinkedHashMap<>();
        bases.forEach((name, base) -> results.put(name, Map.of(EvaluationReport.ALL, summary(4, base))));
        return report(results);
    }

    /** A share of a picture's true colours; 0 is grey, 1 the truth. */
    record Share(String name, double share) implements ChromaPredictor {
        @Override
        public Chroma predict(TrainingPicture picture, NormalisedLab crop) {
            return new Chroma(scaled(crop.a()), scaled(crop.b()));
        }

        private float[] scaled(float[] plane) {
            float[] scaled = new float[plane.length];
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] = (float) (share * plane[i]);
            }
            return scaled;
        }
    }

    /** A report of what is measured on crops of 32 px. */
    static EvaluationReport measured(PictureSet pictures, ChromaPredictor... predictors) {
        return new Evaluation(pictures, new EvaluationCrop(32), PictureDistance.NONE, PictureFeatures.NONE)
                .measure(List.of(predictors));
    }

    /** A file of that name's model. */
    static ModelFacts facts(String name) {
        return facts(name, "CC-BY-4.0");
    }

    static ModelFacts facts(String name, String licence) {
        return new ModelFacts(
                name + ".onnx",
                12_345_678,
                "fedc".repeat(16),
                0,
                new ModelMetadata(
                        name,
                        192,
                        "none",
                        "light",
                        "beef".repeat(16),
                        HASH,
                        "c0ffee",
                        7,
                        Map.of(),
                        licence,
                        List.of()));
    }

    /** The first word of the first cell of a row. */
    static String firstWord(String row) {
        return row.substring(2, row.indexOf(' ', 2));
    }

    /** Cells of a Markdown table's row, of which the first line that begins with that cell is taken. */
    static List<String> row(String markdown, String first) {
        String line = markdown.lines()
                .filter(row -> row.startsWith("| " + first + " |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row begins with " + first + " in\n" + markdown));
        return List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
    }
}
