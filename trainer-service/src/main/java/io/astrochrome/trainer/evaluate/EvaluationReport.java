package io.astrochrome.trainer.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What an evaluation found.
 *
 * @param pictures how many were measured with
 * @param side of their centre crops, in px
 * @param dataHash of the measured pictures
 * @param results summaries by predictor, then by class; {@link #ALL} first
 * @param sheets each predictor's scores, picture by picture
 */
public record EvaluationReport(
        int pictures,
        int side,
        String dataHash,
        Map<String, Map<String, PredictionScores>> results,
        List<ScoreSheet> sheets) {
    /** The key of the summary over all classes. */
    public static final String ALL = "all";

    /** The key of the summary over pictures that are not alone in their group. */
    public static final String GROUPED = "not alone in its group";

    private static final ObjectMapper JSON = new ObjectMapper();

    EvaluationReport(int pictures, int side, String dataHash, List<ScoreSheet> sheets) {
        this(pictures, side, dataHash, results(sheets), List.copyOf(sheets));
    }

    private static Map<String, Map<String, PredictionScores>> results(List<ScoreSheet> sheets) {
        Map<String, Map<String, PredictionScores>> results = new LinkedHashMap<>();
        sheets.forEach(sheet -> results.put(sheet.name(), sheet.summaries()));
        return results;
    }

    /**
     * The scores of the predictor of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public ScoreSheet sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing named " + name + " was measured"));
    }

    /** What the predictor of that name scores over all pictures. */
    public PredictionScores all(String name) {
        return of(name, ALL);
    }

    /** What the predictor of that name scores over the pictures of a class. */
    public PredictionScores of(String name, String category) {
        Map<String, PredictionScores> summaries = Objects.requireNonNull(results.get(name), name);
        return Objects.requireNonNull(summaries.get(category), category);
    }

    /** The classes that were told apart. */
    public List<String> classes() {
        List<String> classes =
                new ArrayList<>(results.values().iterator().next().keySet());
        classes.remove(ALL);
        classes.remove(GROUPED);
        return classes;
    }

    /** The figures as a table for people. */
    public String toTable() {
        StringBuilder table = new StringBuilder();
        Map<String, PredictionScores> first = results.values().iterator().next();
        for (String category : first.keySet()) {
            table.append(String.format(
                    "%-34s %5s %6s %6s %6s  %-22s %-22s %6s %6s %6s %6s%n",
                    category,
                    "n",
                    "mean",
                    "median",
                    "pooled",
                    "gain mean [95 %]",
                    "gain pooled [95 %]",
                    "SSIM",
                    "dE2000",
                    "colour",
                    "LPIPS"));
            results.keySet().forEach(name -> table.append(row(name, of(name, category))));
            table.append(System.lineSeparator());
        }
        checks(table);
        return table.append("PSNR of RGB in dB on centre crops of " + side
                        + " px, lightness kept; colour: median colourfulness over the truth's; intervals: bootstrap"
                        + " over object groups")
                .append(System.lineSeparator())
                .toString();
    }

    private void checks(StringBuilder table) {
        table.append(String.format(
                "%-34s %11s %14s %20s %10s %10s%n",
                "beyond the error", "SSIM", "|a*| |b*| of", side + " against", "hue spread", "Frechet"));
        table.append(String.format(
                "%-34s %11s %14s %20s %10s %10s%n",
                "", "less grey's", "black sky", 2 * side + " px, dE2000", "of truth's", "distance"));
        results.keySet().forEach(name -> {
            PredictionScores s = all(name);
            table.append(String.format(
                    Locale.ROOT,
                    "  %-32s %+11.4f %14s %20s %10s %10s%n",
                    name,
                    s.ssim() - s.greySsim(),
                    String.format(Locale.ROOT, "%.2f %.2f", s.skyA(), s.skyB()),
                    measured("%.2f", s.sizeDeltaE2000()),
                    measured("%.2f", s.hueSpreadRatio()),
                    measured("%.2f", s.frechet())));
        });
        table.append(System.lineSeparator());
    }

    private static String measured(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static String row(String name, PredictionScores s) {
        return String.format(
                Locale.ROOT,
                "  %-32s %5d %6.2f %6.2f %6.2f  %-22s %-22s %6.4f %6.2f %6.2f %6s%n",
                name,
                s.pictures(),
                s.psnrMean(),
                s.psnrMedian(),
                s.psnrPooled(),
                s.meanGain().signed(),
                s.pooledGain().signed(),
                s.ssim(),
                s.deltaE2000(),
                s.colourfulnessRatio(),
                measured("%.4f", s.lpips()));
    }

    /** The figures as JSON; what was not measured is left out. */
    public String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("pictures", pictures).put("sidePixels", side).put("dataHash", dataHash);
        ObjectNode predictors = root.putObject("results");
        results.forEach((name, summaries) -> {
            ObjectNode classes = predictors.putObject(name);
            summaries.forEach((category, summary) -> fill(classes.putObject(category), summary));
        });
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private static void fill(ObjectNode node, PredictionScores s) {
        node.put("pictures", s.pictures());
        put(node, "psnrMeanDecibels", s.psnrMean());
        put(node, "psnrMedianDecibels", s.psnrMedian());
        put(node, "psnrPooledDecibels", s.psnrPooled());
        put(node, "gainMeanDecibels", s.meanGain());
        put(node, "gainPooledDecibels", s.pooledGain());
        put(node, "ssim", s.ssim());
        put(node, "greySsim", s.greySsim());
        put(node, "deltaE2000", s.deltaE2000());
        put(node, "colourfulnessRatio", s.colourfulnessRatio());
        put(node, "lpips", s.lpips());
        put(node, "skyA", s.skyA());
        put(node, "skyB", s.skyB());
        put(node, "sizeDeltaE2000", s.sizeDeltaE2000());
        put(node, "hueSpreadRatio", s.hueSpreadRatio());
        put(node, "frechetDistance", s.frechet());
    }

    private static void put(ObjectNode node, String name, Interval interval) {
        ObjectNode own = node.putObject(name);
        put(own, "value", interval.value());
        put(own, "low", interval.low());
        put(own, "high", interval.high());
    }

    /** JSON has no NaN. */
    private static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
