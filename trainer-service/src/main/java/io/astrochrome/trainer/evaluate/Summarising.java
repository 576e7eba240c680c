package io.astrochrome.trainer.evaluate;

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

    static Summary of(List<PictureScore> scores) {
        List<List<PictureScore>> groups = groups(scores);
        return new Summary(
                scores.size(),
                mean(scores, PictureScore::psnr),
                median(scores.stream().mapToDouble(PictureScore::psnr)),
                decibels(mean(scores, s -> s.quality().meanSquaredError())),
                interval(scores, groups, set -> mean(set, PictureScore::gain)),
                interval(scores, groups, Summarising::pooledGain),
                mean(scores, s -> s.quality().ssim()),
                mean(scores, s -> s.quality().greySsim()),
                mean(scores, s -> s.quality().deltaE2000()),
                median(scores.stream()
                        .mapToDouble(s -> s.quality().colourfulnessRatio())
                        .filter(Double::isFinite)),
                mean(scores, PictureScore::lpips));
    }

    private static List<List<PictureScore>> groups(List<PictureScore> scores) {
        Map<String, List<PictureScore>> groups = new LinkedHashMap<>();
        for (PictureScore score : scores) {
            String group = score.group().isEmpty() ? "picture " + score.picture() : score.group();
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(score);
        }
        return List.copyOf(groups.values());
    }

    private static Interval interval(
            List<PictureScore> scores, List<List<PictureScore>> groups, ToDoubleFunction<List<PictureScore>> figure) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<PictureScore> resample = new ArrayList<>();
            for (int g = 0; g < groups.size(); g++) {
                resample.addAll(groups.get(random.nextInt(groups.size())));
            }
            figures[i] = figure.applyAsDouble(resample);
        }
        Arrays.sort(figures);
        return new Interval(
                figure.applyAsDouble(scores),
                figures[(int) (TAIL * RESAMPLES)],
                figures[(int) ((1 - TAIL) * RESAMPLES) - 1]);
    }

    private static double pooledGain(List<PictureScore> scores) {
        return decibels(mean(scores, s -> s.quality().meanSquaredError()))
                - decibels(mean(scores, s -> s.quality().greyMeanSquaredError()));
    }

    private static double decibels(double meanSquaredError) {
        return -10 * Math.log10(Math.max(1e-10, meanSquaredError));
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
