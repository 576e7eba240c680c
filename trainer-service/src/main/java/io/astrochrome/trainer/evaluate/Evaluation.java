package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.quality.Quality;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measures predictors on a set's centre crops, overall and for each class. The same input gives the same report. */
public final class Evaluation {
    private final PictureSet pictures;
    private final EvaluationCrop crop;
    private final PerceptualDistance distance;

    /**
     * Over the pictures that are measured with.
     *
     * @param distance {@link PerceptualDistance#NONE} where it is not asked for
     */
    public Evaluation(PictureSet pictures, EvaluationCrop crop, PerceptualDistance distance) {
        this.pictures = pictures;
        this.crop = crop;
        this.distance = distance;
    }

    /** The predictions that know nothing: grey, the training set's mean colours, and each picture's own tint. */
    public static List<ChromaPredictor> baselines(PictureSet training) {
        List<ChromaPredictor> baselines = new ArrayList<>();
        baselines.add(new GreyPredictor());
        if (training.size() > 0) {
            TrainingColours colours = TrainingColours.of(training);
            baselines.add(colours.mean());
            baselines.add(colours.byLightness());
        }
        baselines.add(new OracleTintPredictor());
        return baselines;
    }

    /** Each predictor's figures, in the predictors' order. */
    public EvaluationReport measure(List<ChromaPredictor> predictors) {
        Map<String, Map<String, Summary>> results = new LinkedHashMap<>();
        for (ChromaPredictor predictor : predictors) {
            results.put(predictor.name(), summaries(scores(predictor)));
        }
        return new EvaluationReport(pictures.size(), crop.side(), pictures.hash(), results);
    }

    private List<PictureScore> scores(ChromaPredictor predictor) {
        return pictures.pictures().parallelStream()
                .map(picture -> score(picture, predictor))
                .toList();
    }

    private PictureScore score(TrainingPicture picture, ChromaPredictor predictor) {
        NormalisedLab truth = crop.of(picture.planes());
        Chroma chroma = predictor.predict(truth);
        LabImage image = new LabImage(
                truth.width(),
                truth.height(),
                LabScale.lStar(truth.l()),
                LabScale.chroma(truth.a()),
                LabScale.chroma(truth.b()));
        float[] a = LabScale.chroma(chroma.a());
        float[] b = LabScale.chroma(chroma.b());
        return new PictureScore(
                picture.name(),
                picture.group(),
                picture.category(),
                Quality.score(image, a, b),
                distance.between(image, image.withChroma(a, b)));
    }

    private static Map<String, Summary> summaries(List<PictureScore> scores) {
        Map<String, List<PictureScore>> classes = scores.stream()
                .filter(score -> !score.category().isEmpty())
                .collect(Collectors.groupingBy(PictureScore::category, TreeMap::new, Collectors.toList()));
        Map<String, Summary> summaries = new LinkedHashMap<>();
        summaries.put(EvaluationReport.ALL, Summarising.of(scores));
        classes.forEach((category, own) -> summaries.put(category, Summarising.of(own)));
        return summaries;
    }
}
