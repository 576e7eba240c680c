package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.quality.GainOverGrey;
import io.astrochrome.imaging.quality.GainSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Scores to summaries. Intervals are percentile bootstrap (Efron 1979) over groups: pictures of one object are no
 * independent witnesses, so they are drawn together. The same scores give the same summary.
 */
final class Summarising {
    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;
    private static final long SEED = 20260101;

    private Summarising() {}

    static PredictionScores of(List<PictureScore> scores) {
        SkyTint sky = SkyTint.sum(scores.stream().map(PictureScore::sky).toList());
        GainSummary gain = GainSummary.of(gains(scores));
        return new PredictionScores(
                scores.size(),
                gain.psnrDecibels(),
                median(scores.stream().mapToDouble(s -> s.gain().psnrDecibels())),
                gain.pooledPsnrDecibels(),
                interval(scores, GainSummary::gainDecibels),
                interval(scores, GainSummary::pooledGainDecibels),
                mean(scores, s -> s.quality().ssim()),
                mean(scores, s -> s.quality().greySsim()),
                mean(scores, s -> s.quality().deltaE2000()),
                gain.colourfulnessRatio(),
                mean(scores, PictureScore::lpips),
                sky.meanA(),
                sky.meanB(),
                mean(scores, PictureScore::sizeDeltaE2000),
                median(scores.stream().mapToDouble(PictureScore::hueSpreadRatio).filter(Double::isFinite)),
                Double.NaN);
    }

    /** The difference of a figure between two predictions of the same pictures, which are drawn together. */
    static Interval paired(
            List<PictureScore> some, List<PictureScore> others, ToDoubleFunction<List<GainOverGrey>> figure) {
        List<GainOverGrey> first = gains(some);
        List<GainOverGrey> second = gains(others);
        return bootstrap(
                groups(some),
                some.size(),
                drawn -> figure.applyAsDouble(at(first, drawn)) - figure.applyAsDouble(at(second, drawn)));
    }

    private static Interval interval(List<PictureScore> scores, ToDoubleFunction<List<GainOverGrey>> figure) {
        List<GainOverGrey> gains = gains(scores);
        return bootstrap(groups(scores), scores.size(), drawn -> figure.applyAsDouble(at(gains, drawn)));
    }

    private static List<GainOverGrey> gains(List<PictureScore> scores) {
        return scores.stream().map(PictureScore::gain).toList();
    }

    private static List<GainOverGrey> at(List<GainOverGrey> gains, List<Integer> places) {
        return places.stream().map(gains::get).toList();
    }

    /** Places of the pictures of each group. */
    private static List<int[]> groups(List<PictureScore> scores) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < scores.size(); i++) {
            groups.computeIfAbsent(scores.get(i).witness(), g -> new ArrayList<>())
                    .add(i);
        }
        return groups.values().stream()
                .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static Interval bootstrap(List<int[]> groups, int size, ToDoubleFunction<List<Integer>> figure) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<Integer> drawn = new ArrayList<>(size);
            for (int g = 0; g < groups.size(); g++) {
                for (int place : groups.get(random.nextInt(groups.size()))) {
                    drawn.add(place);
                }
            }
            figures[i] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        List<Integer> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(i);
        }
        return new Interval(
                figure.applyAsDouble(all),
                figures[(int) (TAIL * RESAMPLES)],
                figures[(int) ((1 - TAIL) * RESAMPLES) - 1]);
    }

    private static double mean(List<PictureScore> scores, ToDoubleFunction<PictureScore> figure) {
        return scores.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
