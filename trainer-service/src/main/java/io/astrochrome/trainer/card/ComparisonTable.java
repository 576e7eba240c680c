package io.astrochrome.trainer.card;

import io.astrochrome.trainer.evaluate.EvaluationReport;
import io.astrochrome.trainer.evaluate.PredictionScores;
import io.astrochrome.trainer.evaluate.ScoreSheet;
import java.util.List;
import java.util.Map;

/**
 * Several predictions of the same pictures as a table in Markdown, each beside the first one: the difference has an interval
 * of its own, because pictures that are hard for one are hard for all.
 *
 * @param names of the compared predictions in the report; the first is the one the others are held against
 * @param megabytes of their files, by name; may lack some
 */
public record ComparisonTable(EvaluationReport report, List<String> names, Map<String, Double> megabytes) {
    /** The table. */
    public String toMarkdown() {
        ScoreSheet reference = report.sheet(names.get(0));
        MarkdownTable table = new MarkdownTable(List.of(
                "",
                "MB",
                "PSNR mean, dB",
                "gain over grey, mean [95 %], dB",
                "pooled [95 %], dB",
                "less the first, mean [95 %], dB",
                "pooled [95 %], dB",
                "SSIM",
                "dE2000",
                "colourfulness",
                "Fréchet"));
        for (String name : names) {
            PredictionScores s = report.all(name);
            ScoreSheet sheet = report.sheet(name);
            boolean first = name.equals(names.get(0));
            table.row(List.of(
                    name,
                    MarkdownTable.number("%.1f", megabytes.getOrDefault(name, Double.NaN)),
                    MarkdownTable.number("%.2f", s.psnrMean()),
                    s.meanGain().signed(),
                    s.pooledGain().signed(),
                    first ? "" : sheet.meanGainOver(reference).signed(),
                    first ? "" : sheet.pooledGainOver(reference).signed(),
                    MarkdownTable.number("%.4f", s.ssim()),
                    MarkdownTable.number("%.2f", s.deltaE2000()),
                    MarkdownTable.number("%.2f", s.colourfulnessRatio()),
                    MarkdownTable.number("%.2f", s.frechet())));
        }
        return table.toString();
    }
}
