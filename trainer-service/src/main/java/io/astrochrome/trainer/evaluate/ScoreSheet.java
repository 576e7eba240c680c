package io.astrochrome.trainer.evaluate;

import io.astrochrome.imaging.quality.GainSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one predictor scores on each picture of a set, in the set's order. Immutable. */
public final class ScoreSheet {
    private final String name;
    private final List<PictureScore> scores;
    private final double frechet;

    ScoreSheet(String name, List<PictureScore> scores, double frechet) {
        this.name = name;
        this.scores = List.copyOf(scores);
        this.frechet = frechet;
    }

    /** The predictor's name. */
    public String name() {
        return name;
    }

    List<PictureScore> scores() {
        return scores;
    }

    /** Over all pictures first, then by class, then those with another of their group beside them. */
    public Map<String, PredictionScores> summaries() {
        Map<String, PredictionScores> summaries = new LinkedHashMap<>();
        summaries.put(EvaluationReport.ALL, Summarising.of(scores).withFrechet(frechet));
        Map<String, List<PictureScore>> classes = scores.stream()
                .filter(score -> !score.category().isEmpty())
                .collect(Collectors.groupingBy(PictureScore::category, TreeMap::new, Collectors.toList()));
        classes.forEach((category, own) -> summaries.put(category, Summarising.of(own)));
        List<PictureScore> grouped = grouped();
        if (!grouped.isEmpty()) {
            summaries.put(EvaluationReport.GROUPED, Summarising.of(grouped));
        }
        return summaries;
    }

    private List<PictureScore> grouped() {
        Map<String, List<PictureScore>> groups = scores.stream().collect(Collectors.groupingBy(PictureScore::witness));
        return scores.stream()
                .filter(score ->
                        Objects.requireNonNull(groups.get(score.witness())).size() > 1)
                .toList();
    }

    /**
     * Mean PSNR less the other's on the same pictures, in dB, with the interval of the paired difference.
     *
     * @throws IllegalArgumentException where the sheets are of different pictures
     */
    public Interval meanGainOver(ScoreSheet other) {
        return Summarising.paired(scores, requireSamePictures(other), GainSummary::psnrDecibels);
    }

    /**
     * Pooled PSNR less the other's on the same pictures, in dB, with the interval of the paired difference.
     *
     * @throws IllegalArgumentException where the sheets are of different pictures
     */
    public Interval pooledGainOver(ScoreSheet other) {
        return Summarising.paired(scores, requireSamePictures(other), GainSummary::pooledPsnrDecibels);
    }

    private List<PictureScore> requireSamePictures(ScoreSheet other) {
        List<String> own = scores.stream().map(PictureScore::picture).toList();
        List<String> theirs = other.scores.stream().map(PictureScore::picture).toList();
        if (!own.equals(theirs)) {
            throw new IllegalArgumentException(name + " and " + other.name + " were measured on different pictures");
        }
        return other.scores;
    }

    /** Names of the pictures that gain least, the worst first, with their gain in dB. */
    public Map<String, Double> worst(int most) {
        List<PictureScore> sorted = new ArrayList<>(scores);
        sorted.sort(Comparator.comparingDouble(score -> score.gain().gainDecibels()));
        Map<String, Double> worst = new LinkedHashMap<>();
        sorted.stream()
                .limit(most)
                .forEach(score -> worst.put(score.picture(), score.gain().gainDecibels()));
        return worst;
    }
}
