package io.astrochrome.trainer.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * What an evaluation found.
 *
 * @param pictures how many were measured with
 * @param side of their centre crops, in px
 * @param dataHash of the measured pictures
 * @param results summaries by predictor, then by class; {@link #ALL} first
 */
public record EvaluationReport(int pictures, int side, String dataHash, Map<String, Map<String, Summary>> results) {
    /** The key of the summary over all classes. */
    public static final String ALL = "all";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The figures as a table for people. */
    public String toTable() {
        StringBuilder table = new StringBuilder();
        Map<String, Summary> first = results.values().iterator().next();
        for (String category : first.keySet()) {
            table.append(String.format(
                    "%-22s %5s %6s %6s %6s  %-22s %-22s %6s %6s %6s %6s%n",
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
            results.forEach((name, summaries) -> table.append(row(name, summaries.get(category))));
            table.append(System.lineSeparator());
        }
        return table.append("PSNR of RGB in dB on centre crops of " + side
                        + " px, lightness kept; colour: median colourfulness over the truth's; intervals: bootstrap"
                        + " over object groups")
                .append(System.lineSeparator())
                .toString();
    }

    private static String row(String name, Summary s) {
        return String.format(
                Locale.ROOT,
                "  %-20s %5d %6.2f %6.2f %6.2f  %-22s %-22s %6.4f %6.2f %6.2f %6s%n",
                name,
                s.pictures(),
                s.psnrMean(),
                s.psnrMedian(),
                s.psnrPooled(),
                interval(s.meanGain()),
                interval(s.pooledGain()),
                s.ssim(),
                s.deltaE2000(),
                s.colourfulnessRatio(),
                Double.isNaN(s.lpips()) ? "-" : String.format(Locale.ROOT, "%.4f", s.lpips()));
    }

    private static String interval(Interval i) {
        return String.format(Locale.ROOT, "%+.2f [%+.2f, %+.2f]", i.value(), i.low(), i.high());
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

    private static void fill(ObjectNode node, Summary s) {
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
