package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.color.LabImage;
import io.astrochrome.imaging.color.LabScale;
import io.astrochrome.imaging.color.ResampleKernel;
import io.astrochrome.imaging.color.Resampler;
import io.astrochrome.imaging.quality.HueSpread;
import io.astrochrome.imaging.quality.QualityMeasures;
import io.astrochrome.imaging.quality.TruePicture;
import io.astrochrome.trainer.data.NormalisedLab;
import io.astrochrome.trainer.data.PictureSet;
import io.astrochrome.trainer.data.TrainingPicture;
import io.astrochrome.trainer.evaluate.perceptual.FrechetDistance;
import io.astrochrome.trainer.evaluate.perceptual.PictureDistance;
import io.astrochrome.trainer.evaluate.perceptual.PictureFeatures;
import io.astrochrome.trainer.evaluate.predict.Chroma;
import io.astrochrome.trainer.evaluate.predict.ChromaPredictor;
import io.astrochrome.trainer.evaluate.predict.GreyPredictor;
import io.astrochrome.trainer.evaluate.predict.OracleTintPredictor;
import io.astrochrome.trainer.evaluate.predict.TrainingColours;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures predictors on a set's centre crops, overall and for each class. The same input gives the same report. */
public final class Evaluation {
    /** Covariances of fewer pictures say nothing. */
    private static final int LEAST_FOR_FRECHET = 8;

    /** Where a true picture's hues differ less, a part of their spread says nothing. */
    private static final double LEAST_HUE_SPREAD = 0.05;

    private static final Resampler RESAMPLER = new Resampler(ResampleKernel.LANCZOS3);

    private final PictureSet pictures;
    private final EvaluationCrop crop;
    private final PictureDistance distance;
    private final PictureFeatures features;

    /**
     * Over the pictures that are measured with.
     *
     * @param distance {@link PictureDistance#NONE} where it is not asked for; stays the caller's to close
     * @param features {@link PictureFeatures#NONE} where the Fréchet distance is not asked for; stays the caller's to close
     */
    public Evaluation(PictureSet pictures, EvaluationCrop crop, PictureDistance distance, PictureFeatures features) {
        this.pictures = pictures;
        this.crop = crop;
        this.distance = distance;
        this.features = features;
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
        return new EvaluationReport(pictures.size(), crop.side(), pictures.hash(), sheets(predictors));
    }

    private List<ScoreSheet> sheets(List<ChromaPredictor> predictors) {
        List<Scored> scored = pictures.pictures().parallelStream()
                .map(picture -> score(picture, predictors))
                .toList();
        FrechetDistance fromTruth = frechet(scored.stream().map(Scored::truth).toList());
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int i = 0; i < predictors.size(); i++) {
            int place = i;
            List<PictureScore> scores =
                    scored.stream().map(picture -> picture.scores().get(place)).toList();
            double frechet = fromTruth == null
                    ? Double.NaN
                    : fromTruth.to(scores.stream().map(PictureScore::features).toList());
            sheets.add(new ScoreSheet(predictors.get(i).name(), scores, frechet));
        }
        return sheets;
    }

    private static @Nullable FrechetDistance frechet(List<double[]> truth) {
        return truth.size() < LEAST_FOR_FRECHET || truth.get(0).length == 0 ? null : new FrechetDistance(truth);
    }

    /** Every prediction of one picture, and the features of its truth. */
    private record Scored(List<PictureScore> scores, double[] truth) {}

    private Scored score(TrainingPicture picture, List<ChromaPredictor> predictors) {
        NormalisedLab truth = crop.of(picture.planes());
        LabImage image = truth.picture();
        TruePicture reference = new TruePicture(image);
        List<LabImage> coloured = new ArrayList<>();
        for (ChromaPredictor predictor : predictors) {
            Chroma chroma = predictor.predict(picture, truth);
            coloured.add(image.withChroma(LabScale.chroma(chroma.a()), LabScale.chroma(chroma.b())));
        }
        double[] distances = distance.of(image, coloured);
        double trueSpread = HueSpread.of(image);
        List<PictureScore> scores = new ArrayList<>();
        for (int i = 0; i < distances.length; i++) {
            scores.add(score(picture, reference, trueSpread, predictors.get(i), coloured.get(i), distances[i]));
        }
        return new Scored(scores, features.of(image));
    }

    private PictureScore score(
            TrainingPicture picture,
            TruePicture reference,
            double trueSpread,
            ChromaPredictor predictor,
            LabImage coloured,
            double distance) {
        return new PictureScore(
                picture.name(),
                picture.group(),
                picture.category(),
                reference.score(coloured.requireA(), coloured.requireB()),
                distance,
                SkyTint.of(coloured),
                predictor.seesStructure() ? sizeDifference(picture, coloured, predictor) : Double.NaN,
                trueSpread < LEAST_HUE_SPREAD ? Double.NaN : HueSpread.of(coloured) / trueSpread,
                features.of(coloured));
    }

    /** Between these colours and those that the same crop gets at twice the side. */
    private double sizeDifference(TrainingPicture picture, LabImage coloured, ChromaPredictor predictor) {
        NormalisedLab large = new EvaluationCrop(2 * crop.side()).of(picture.planes());
        Chroma chroma = predictor.predict(picture, large);
        LabImage other = coloured.withChroma(reduced(chroma.a(), large), reduced(chroma.b(), large));
        return QualityMeasures.deltaE2000(coloured, other);
    }

    private float[] reduced(float[] plane, NormalisedLab from) {
        return LabScale.chroma(RESAMPLER.resize(plane, from.width(), from.height(), crop.side(), crop.side()));
    }
}
